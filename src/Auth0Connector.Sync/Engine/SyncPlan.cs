using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Pacing;
using Auth0Connector.Sync.Mapping;
using Auth0Connector.Sync.Preflight;
using Auth0Connector.Sync.Syncers;
using Auth0Connector.Sync.Syncers.Groups;
using Auth0Connector.Sync.Syncers.Organizations;
using Auth0Connector.Sync.Syncers.Permissions;
using Auth0Connector.Sync.Syncers.Roles;
using Auth0Connector.Sync.Syncers.Users;

namespace Auth0Connector.Sync.Engine;

/// <summary>What the parts come to: syncers by the kind of task that they read, and what stands in the file before the first page.</summary>
internal sealed class SyncPlan
{
    private static readonly IReadOnlyList<(SyncPart Part, string Kind)> Roots =
    [
        (SyncPart.Users, UsersSyncer.KindName),
        (SyncPart.Organizations, OrganizationsSyncer.KindName),
        (SyncPart.Roles, RolesSyncer.KindName),
        (SyncPart.Groups, GroupsSyncer.KindName),
        (SyncPart.ResourceServers, ResourceServersSyncer.KindName),
        (SyncPart.Clients, ClientsSyncer.KindName),
        (SyncPart.ClientGrants, ClientGrantsSyncer.KindName),
    ];

    private readonly ManagementApiClient _api;
    private readonly Dictionary<string, Func<ManagementApiClient, ICollectionSyncer>> _within;

    public SyncPlan(SyncParts parts, ManagementApiClient api)
    {
        _api = api;
        Parts = parts;
        Func<ManagementApiClient, ICollectionSyncer>[] syncers =
        [
            client => new NamedResourceSyncer(client, parts),
            client => new UsersSyncer(client, parts.Settings.UsersVia),
            client => new UserRangesSyncer(client),
            client => new UserExportSyncer(client, parts.Settings.UsersVia),
            client => new UserWindowSyncer(client),
            client => new UserRecountSyncer(client),
            client => new UnlistedUserSyncer(client),
            client => new RolesSyncer(client, parts),
            client => new RoleUsersSyncer(client),
            client => new RolePermissionsSyncer(client),
            client => new OrganizationOwnedRolesSyncer(client, parts),
            client => new OrganizationsSyncer(client, parts),
            client => new OrganizationConnectionsSyncer(client, parts),
            client => new OrganizationMembersSyncer(client, parts),
            client => new MemberRolesSyncer(client),
            client => new OrganizationGroupsSyncer(client),
            client => new OrganizationGroupRolesSyncer(client),
            client => new GroupsSyncer(client, parts),
            client => new GroupMembersSyncer(client),
            client => new GroupRolesSyncer(client),
            client => new RoleGroupsSyncer(client),
            client => new UnlistedGroupSyncer(client, parts),
            client => new ResourceServersSyncer(client, parts),
            client => new UserPermissionsSyncer(client),
            client => new ClientsSyncer(client),
            client => new UnlistedClientSyncer(client),
            client => new ClientGrantsSyncer(client),
        ];
        _within = syncers.ToDictionary(syncer => syncer(api).Info.Kind, StringComparer.Ordinal);
        Syncers = _within.ToDictionary(static syncer => syncer.Key, syncer => syncer.Value(api), StringComparer.Ordinal);
    }

    /// <summary>What of the tenant is read.</summary>
    public SyncParts Parts { get; }

    /// <summary>Syncers by the kind of task that they read.</summary>
    public IReadOnlyDictionary<string, ICollectionSyncer> Syncers { get; }

    /// <summary>A place for one worker: an answer counts as on its way until its page is committed.</summary>
    public KeptPlace KeepPlace() => _api.KeepPlace();

    /// <summary>The syncer of a kind of task, whose requests are made within a place.</summary>
    public ICollectionSyncer Within(KeptPlace place, string kind) => _within[kind](_api.Within(place));

    /// <summary>Asks whether what a list is about exists, within a place.</summary>
    public SubjectProbe ProbeWithin(KeptPlace place) => new(_api.Within(place));

    /// <summary>What stands in the file before the first page: the types and the first tasks.</summary>
    public StagedBatch Beginning => new()
    {
        ResourceTypes = [.. Parts.ResourceTypes.Select(static type => StagedResourceType.From(ResourceTypeMessages.Of(type)))],
        Tasks = Parts.Settings.Resources.Count > 0
            ? [.. Parts.Settings.Resources.Select(NamedResourceSyncer.TaskFor)]
            : [.. Roots.Where(root => Parts.Reads(root.Part)).Select(static root => new StagedTask(root.Kind, ""))],
    };
}
