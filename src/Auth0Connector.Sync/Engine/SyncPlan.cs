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

    public SyncPlan(SyncParts parts, ManagementApiClient api)
    {
        _api = api;
        Parts = parts;
        ICollectionSyncer[] syncers =
        [
            new NamedResourceSyncer(api, parts),
            new UsersSyncer(api, parts.Settings.UsersVia),
            new UserRangesSyncer(api),
            new UserExportSyncer(api, parts.Settings.UsersVia),
            new UserWindowSyncer(api),
            new UserRecountSyncer(api),
            new UnlistedUserSyncer(api),
            new RolesSyncer(api, parts),
            new RoleUsersSyncer(api),
            new RolePermissionsSyncer(api),
            new OrganizationOwnedRolesSyncer(api, parts),
            new OrganizationsSyncer(api, parts),
            new OrganizationConnectionsSyncer(api, parts),
            new OrganizationMembersSyncer(api, parts),
            new MemberRolesSyncer(api),
            new OrganizationGroupsSyncer(api),
            new OrganizationGroupRolesSyncer(api),
            new GroupsSyncer(api, parts),
            new GroupMembersSyncer(api),
            new GroupRolesSyncer(api),
            new RoleGroupsSyncer(api),
            new UnlistedGroupSyncer(api, parts),
            new ResourceServersSyncer(api, parts),
            new UserPermissionsSyncer(api),
            new ClientsSyncer(api),
            new UnlistedClientSyncer(api),
            new ClientGrantsSyncer(api),
        ];
        Syncers = syncers.ToDictionary(static syncer => syncer.Info.Kind, StringComparer.Ordinal);
    }

    /// <summary>What of the tenant is read.</summary>
    public SyncParts Parts { get; }

    /// <summary>Syncers by the kind of task that they read.</summary>
    public IReadOnlyDictionary<string, ICollectionSyncer> Syncers { get; }

    /// <summary>Asks whether what a list is about exists.</summary>
    public SubjectProbe Probe => new(_api);

    /// <summary>A place for one worker: an answer counts as on its way until its page is committed.</summary>
    public KeptPlace KeepPlace() => _api.KeepPlace();

    /// <summary>What stands in the file before the first page: the types and the first tasks.</summary>
    public StagedBatch Beginning => new()
    {
        ResourceTypes = [.. Parts.ResourceTypes.Select(static type => StagedResourceType.From(ResourceTypeMessages.Of(type)))],
        Tasks = Parts.Settings.Resources.Count > 0
            ? [.. Parts.Settings.Resources.Select(NamedResourceSyncer.TaskFor)]
            : [.. Roots.Where(root => Parts.Reads(root.Part)).Select(static root => new StagedTask(root.Kind, ""))],
    };
}
