using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Pacing;
using Auth0Connector.Sync.Collections;
using Auth0Connector.Sync.Collections.Named;
using Auth0Connector.Sync.Mapping;
using Auth0Connector.Sync.Parts;
using Auth0Connector.Sync.Preflight;

namespace Auth0Connector.Sync.Engine;

/// <summary>The syncers of the parts, by the kind of task that they read, and the tasks that they begin with.</summary>
internal sealed class SyncerSet
{
    private readonly ManagementApiClient _api;
    private readonly Dictionary<string, ICollectionSyncer> _byKind;

    public SyncerSet(SyncParts parts, ManagementApiClient api)
    {
        _api = api;
        Parts = parts;
        _byKind = TenantParts.Syncers(api, parts).ToDictionary(static syncer => syncer.Info.Kind, StringComparer.Ordinal);
    }

    /// <summary>What of the tenant is read.</summary>
    public SyncParts Parts { get; }

    /// <summary>The kinds of task, in the order of the proof.</summary>
    public IEnumerable<string> Kinds => _byKind.Keys;

    /// <summary>All syncers, in the same order.</summary>
    public IEnumerable<ICollectionSyncer> All => _byKind.Values;

    /// <summary>The syncer that reads a kind of task.</summary>
    public ICollectionSyncer this[string kind] => _byKind[kind];

    /// <summary>The same, whose requests are made within a place; syncers hold nothing but their client and what is read.</summary>
    public ICollectionSyncer Within(KeptPlace place, string kind) =>
        TenantParts.Syncers(_api.Within(place), Parts).First(syncer => syncer.Info.Kind == kind);

    /// <summary>The kinds of task that lead to the longest ways.</summary>
    public static IEnumerable<string> LeadingFar => FirstOf(TenantParts.All.Where(static part => part.LeadsFar));

    /// <summary>The part that a kind of task belongs to.</summary>
    public PartDefinition PartOf(string kind) => _byKind[kind].Info.Part;

    /// <summary>Whether somebody reads a kind of task.</summary>
    public bool Reads(string kind) => _byKind.ContainsKey(kind);

    /// <summary>Asks whether what a list is about exists, within a place.</summary>
    public SubjectProbe ProbeWithin(KeptPlace place) => new(_api.Within(place), this);

    /// <summary>A place for one worker: an answer counts as on its way until its page is committed.</summary>
    public KeptPlace KeepPlace() => _api.KeepPlace();

    /// <summary>What stands in the file before the first page: the types and the first tasks.</summary>
    public StagedBatch Beginning => new()
    {
        ResourceTypes = [.. Parts.ResourceTypes.Select(static type => StagedResourceType.From(ResourceTypeMessages.Of(type)))],
        Tasks = Parts.Settings.Resources.Count > 0
            ? [.. Parts.Settings.Resources.Select(NamedResourceSyncer.TaskFor)]
            : [.. FirstOf(Parts.All).Select(static kind => new StagedTask(kind, ""))],
    };

    // What leads far comes first, whatever the order of the parts.
    private static IEnumerable<string> FirstOf(IEnumerable<PartDefinition> parts) =>
        parts.OrderByDescending(static part => part.LeadsFar).Select(static part => part.FirstTask).OfType<string>();
}
