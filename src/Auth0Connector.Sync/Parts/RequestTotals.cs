using Auth0Connector.Sync.Settings;

namespace Auth0Connector.Sync.Parts;

/// <summary>
/// The totals that a tenant states, from which parts say how many requests they take. What no total tells (members of an
/// ordinary role) counts as one page.
/// </summary>
internal sealed class RequestTotals(SyncSettings settings)
{
    private const int PageSize = 100;

    private readonly Dictionary<PartDefinition, long> _totals = [];

    public SyncSettings Settings => settings;

    /// <summary>How many a part lists; none where it cannot be read.</summary>
    public long Of(PartDefinition part) => _totals.GetValueOrDefault(part);

    public void Add(PartDefinition part, long total) => _totals[part] = total;

    /// <summary>Pages that so many records take.</summary>
    public static long Pages(long records) => (records / PageSize) + 1;
}
