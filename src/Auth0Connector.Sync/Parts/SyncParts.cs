using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.Sync.Reporting;
using Auth0Connector.Sync.Settings;

namespace Auth0Connector.Sync.Parts;

/// <summary>What of a tenant is read: what the settings ask for, less what the token's scopes do not reach.</summary>
/// <param name="settings">What is asked for.</param>
/// <param name="resourceTypes">Ids of the types in the file, in its order.</param>
/// <param name="read">Every part that is read, and whether the sync cannot do without it.</param>
/// <param name="skips">What was asked for and cannot be read.</param>
internal sealed class SyncParts(
    SyncSettings settings,
    IReadOnlyList<string> resourceTypes,
    IReadOnlyDictionary<PartDefinition, bool> read,
    IReadOnlyList<SyncSkip> skips)
{
    public SyncSettings Settings => settings;

    public IReadOnlyList<string> ResourceTypes => resourceTypes;

    public IReadOnlySet<string> TypeSet { get; } = resourceTypes.ToHashSet(StringComparer.Ordinal);

    public IReadOnlyList<SyncSkip> Skips => skips;

    public bool WithEntitlements => settings.WithEntitlements;

    public bool WithGrants => settings.WithGrants;

    public IEnumerable<PartDefinition> All => read.Keys;

    public bool Reads(PartDefinition part) => read.ContainsKey(part);

    /// <summary>Whether the sync ends where the tenant refuses the part.</summary>
    public bool IsRequired(PartDefinition part) => read[part];

    /// <summary>Whether a failure is the tenant's refusal of a part that is not required.</summary>
    public bool CanDoWithout(PartDefinition part, ManagementApiException failure) => !IsRequired(part) && Refusal.IsRefusal(failure);

    /// <summary>The same without a part that the tenant turned out to refuse.</summary>
    public SyncParts Without(PartDefinition part, SyncSkip skip) => new(
        settings,
        resourceTypes,
        read.Where(entry => entry.Key != part).ToDictionary(),
        [.. skips, skip]);
}
