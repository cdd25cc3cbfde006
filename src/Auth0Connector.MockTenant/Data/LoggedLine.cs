namespace Auth0Connector.MockTenant.Data;

/// <summary>A line of the tenant's log (reference, section 6.1).</summary>
internal sealed record LoggedLine
{
    public required string Id { get; init; }

    public required DateTimeOffset Date { get; init; }

    /// <summary>What happened, as <c>sapi</c> for a write of the Management API.</summary>
    public required string Type { get; init; }

    public string? UserId { get; init; }

    public string? ClientId { get; init; }

    public string? OrganizationId { get; init; }

    /// <summary>The request of a write; <see langword="null"/> for other lines.</summary>
    public LoggedWrite? Write { get; init; }
}

/// <summary>A write of the Management API as the log tells it.</summary>
/// <param name="Method">In small letters.</param>
/// <param name="Path">As it was asked for, escaped.</param>
/// <param name="Body">JSON that was sent, without secrets; <see langword="null"/> where the tenant hides it.</param>
/// <param name="Status">HTTP status of the answer.</param>
/// <param name="Answer">JSON that was answered; <see langword="null"/> where it is none, or hidden.</param>
internal sealed record LoggedWrite(string Method, string Path, string? Body, int Status, string? Answer);
