using Auth0Connector.ManagementApi;
using Auth0Connector.Sync.Settings;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Parts;

/// <summary>A part of a tenant that is read or not, by settings, scopes and plan: everything that is asked of one before it is read.</summary>
/// <param name="resourceType">The resource type that it counts for.</param>
/// <param name="need">What it is called, and the scopes for it.</param>
internal sealed class PartDefinition(string resourceType, ScopeNeed need)
{
    /// <summary>What the part is called.</summary>
    public string What => Need.What;

    public string ResourceType { get; } = resourceType;

    public ScopeNeed Need { get; } = need;

    /// <summary>Resource types that it brings into the file; what stands behind the first lies below it.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Flags of which any switches it on; none where it is on by default.</summary>
    public IReadOnlyList<PartSwitch> Switches { get; init; } = [];

    /// <summary>Whether the settings ask for it, where it is switched on.</summary>
    public required Func<AskedFor, bool> WantedWhen { get; init; }

    /// <summary>Whether a sync without it would lack something that was asked for: then it ends before the first page.</summary>
    public Func<AskedFor, bool> RequiredWhen { get; init; } = static _ => true;

    /// <summary>A part without which this one means nothing.</summary>
    public PartDefinition? After { get; init; }

    /// <summary>Asks for one record of what it lists: how many there are; <see langword="null"/> where it lists nothing of its own.</summary>
    public Func<ManagementApiClient, CancellationToken, Task<long?>>? Count { get; init; }

    /// <summary>How many requests it takes, roughly, from its own total and those of the others.</summary>
    public Func<long, RequestTotals, long> Estimate { get; init; } = static (_, _) => 0;

    /// <summary>Kind of the task that it begins with; <see langword="null"/> where other parts make its tasks known.</summary>
    public string? FirstTask { get; init; }

    /// <summary>Whether the longest ways begin with it, an export and members: before limits are known few requests may leave.</summary>
    public bool LeadsFar { get; init; }

    /// <summary>What there is to read once listings are.</summary>
    public PartFollowUp? FollowUp { get; init; }

    /// <summary>One of its resources by id.</summary>
    public ReadById? ById { get; init; }

    /// <summary>Kind of the task that fetches by id who was met and not listed.</summary>
    public string? UnlistedTask { get; init; }

    /// <summary>Whether only those of its resources stay in the file that hold something.</summary>
    public Func<SyncSettings, bool> OnlyHoldersWhen { get; init; } = static _ => false;

    public bool IsSwitchedOn(SyncSettings settings) => Switches.Count == 0 || Switches.Any(flag => flag.IsOn(settings));

    public bool IsWanted(AskedFor asked) => IsSwitchedOn(asked.Settings) && WantedWhen(asked);
}
