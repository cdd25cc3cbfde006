using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.Sync.Mapping;
using Auth0Connector.Sync.Syncers;
using Auth0Connector.Sync.Syncers.Users;

namespace Auth0Connector.Sync.Engine;

/// <summary>What the settings come to: resource types, syncers, first tasks, scopes that cannot be done without.</summary>
internal sealed class SyncPlan
{
    private SyncPlan(
        IReadOnlyList<string> resourceTypes,
        IReadOnlyDictionary<string, ICollectionSyncer> syncers,
        StagedBatch beginning,
        IReadOnlyList<string> neededScopes)
    {
        ResourceTypes = resourceTypes;
        Syncers = syncers;
        Beginning = beginning;
        NeededScopes = neededScopes;
    }

    /// <summary>Ids of the types to read, in the order of the file.</summary>
    public IReadOnlyList<string> ResourceTypes { get; }

    /// <summary>Syncers by the kind of task that they read.</summary>
    public IReadOnlyDictionary<string, ICollectionSyncer> Syncers { get; }

    /// <summary>What stands in the file before the first page: the types and the first tasks.</summary>
    public StagedBatch Beginning { get; }

    /// <summary>Scopes without which the sync cannot be complete.</summary>
    public IReadOnlyList<string> NeededScopes { get; }

    /// <exception cref="SyncException">The settings name an unknown type.</exception>
    public static SyncPlan For(SyncSettings settings, ManagementApiClient api)
    {
        foreach (var unknown in settings.ResourceTypes.Except(ResourceTypeIds.All, StringComparer.Ordinal))
        {
            throw new SyncException(SyncErrorKind.Settings, $"invalid resource type '{unknown}' in filter")
            {
                Hint = $"Known types: {string.Join(", ", ResourceTypeIds.All)}.",
            };
        }

        var types = ResourceTypeIds.All
            .Where(type => settings.ResourceTypes.Count == 0 || settings.ResourceTypes.Contains(type, StringComparer.Ordinal))
            .ToList();
        // Grants go to users: without users in the file each would dangle.
        var withGrants = !settings.SkipEntitlementsAndGrants && types.Contains(ResourceTypeIds.User);
        ICollectionSyncer[] syncers =
        [
            new UsersSyncer(api, settings.UsersVia),
            new UserExportSyncer(api, settings.UsersVia),
            new UserWindowSyncer(api),
            new UserRecountSyncer(api),
            new UnlistedUserSyncer(api),
            new RolesSyncer(api, !settings.SkipEntitlementsAndGrants, withGrants),
            new RoleUsersSyncer(api),
            new OrganizationsSyncer(api, !settings.SkipEntitlementsAndGrants, withGrants),
            new OrganizationMembersSyncer(api),
        ];
        var beginning = new StagedBatch
        {
            ResourceTypes = [.. types.Select(static type => StagedResourceType.From(Message(type)))],
            Tasks = [.. types.Select(static type => new StagedTask(RootKind(type), ""))],
        };
        return new SyncPlan(
            types,
            syncers.ToDictionary(static syncer => syncer.Kind, StringComparer.Ordinal),
            beginning,
            [.. types.SelectMany(type => Scopes(type, withGrants)).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>The type's name for people.</summary>
    public static string DisplayName(string type) => Message(type).DisplayName;

    private static AccessFile.Messages.ResourceType Message(string type) => type switch
    {
        ResourceTypeIds.User => ResourceTypeMessages.User(),
        ResourceTypeIds.Organization => ResourceTypeMessages.Organization(),
        ResourceTypeIds.Role => ResourceTypeMessages.Role(),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "no such resource type"),
    };

    private static string RootKind(string type) => type switch
    {
        ResourceTypeIds.User => UsersSyncer.KindName,
        ResourceTypeIds.Organization => OrganizationsSyncer.KindName,
        ResourceTypeIds.Role => RolesSyncer.KindName,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "no such resource type"),
    };

    // API reference, sections 4.1, 4.4 and 4.5; read:users covers the members of a role together with read:roles.
    private static IEnumerable<string> Scopes(string type, bool withGrants) => type switch
    {
        ResourceTypeIds.User => ["read:users"],
        ResourceTypeIds.Role => ["read:roles"],
        _ when withGrants => ["read:organizations", "read:organization_members"],
        _ => ["read:organizations"],
    };
}
