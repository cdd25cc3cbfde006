using Auth0Connector.Provisioning.Access;
using Auth0Connector.Provisioning.Journal;

namespace Auth0Connector.Provisioning.Ledger;

/// <summary>Access that ends by itself.</summary>
/// <param name="Id">Its number in the ledger.</param>
/// <param name="Grant">What was granted.</param>
/// <param name="Until">When it ends.</param>
public sealed record TimedAccess(string Id, AccessChange Grant, DateTimeOffset Until)
{
    /// <summary>When it was granted, or its end was last moved.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>Host of the tenant; <see langword="null"/> in a line of an older version.</summary>
    public string? Tenant { get; init; }

    /// <summary>What was said when it was granted.</summary>
    public ChangeNote Note { get; init; } = ChangeNote.None;

    /// <summary>Why it could not be taken back when it was tried last.</summary>
    public string? Stuck { get; init; }
}
