using Auth0Connector.Sync.Reporting;

namespace Auth0Connector.Sync.Preflight;

/// <summary>What of a tenant is read: what the settings ask for, less what the token's scopes do not reach.</summary>
internal sealed class SyncParts
{
    private readonly Dictionary<SyncPart, ScopeRequirement> _read;

    private SyncParts(SyncSettings settings, IReadOnlyList<string> resourceTypes, Dictionary<SyncPart, ScopeRequirement> read, IReadOnlyList<SyncSkip> skips)
    {
        Settings = settings;
        ResourceTypes = resourceTypes;
        TypeSet = resourceTypes.ToHashSet(StringComparer.Ordinal);
        _read = read;
        Skips = skips;
    }

    public SyncSettings Settings { get; }

    /// <summary>Ids of the types in the file, in its order.</summary>
    public IReadOnlyList<string> ResourceTypes { get; }

    public IReadOnlySet<string> TypeSet { get; }

    /// <summary>What was asked for and cannot be read.</summary>
    public IReadOnlyList<SyncSkip> Skips { get; }

    public bool WithEntitlements => !Settings.SkipEntitlementsAndGrants;

    public bool WithGrants => WithEntitlements && !Settings.SkipGrants;

    /// <summary>Every part that is read.</summary>
    public IEnumerable<SyncPart> All => _read.Keys;

    public bool Reads(SyncPart part) => _read.ContainsKey(part);

    /// <summary>What the part is called, and whether the sync goes on without it where the tenant refuses it.</summary>
    public ScopeRequirement Of(SyncPart part) => _read[part];

    /// <param name="settings">What is asked for.</param>
    /// <param name="granted">Scopes of the token; <see langword="null"/> where the tenant does not say: then the answers decide.</param>
    /// <exception cref="SyncException">The settings name an unknown type, or the token lacks what cannot be done without.</exception>
    public static SyncParts For(SyncSettings settings, IReadOnlySet<string>? granted)
    {
        var types = SyncedTypes.For(settings);
        var read = new Dictionary<SyncPart, ScopeRequirement>();
        var skips = new List<SyncSkip>();
        var missing = new List<string>();
        foreach (var (requirement, lacks) in ScopeCheck.Run(settings, types, granted))
        {
            if (lacks.Count == 0)
            {
                read.Add(requirement.Part, requirement);
            }
            else if (requirement.IsRequired)
            {
                missing.AddRange(lacks);
            }
            else
            {
                skips.Add(Refusals.Skip(requirement.What, Refusals.Lacks(lacks)));
            }
        }

        return missing.Count == 0
            ? new SyncParts(settings, types, read, skips)
            : throw new SyncException(SyncErrorKind.MissingScopes, $"the token lacks {string.Join(", ", missing.Distinct(StringComparer.Ordinal))}")
            {
                Hint = "Grant them to the application for the Auth0 Management API, or leave the resource type out with --sync-resource-types.",
            };
    }

    /// <summary>The same without a part that the tenant turned out to refuse.</summary>
    public SyncParts Without(SyncPart part, SyncSkip skip) => new(
        Settings,
        ResourceTypes,
        _read.Where(entry => entry.Key != part).ToDictionary(),
        [.. Skips, skip]);
}
