using System.Globalization;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.Sync.Collections.Users;
using Auth0Connector.Sync.Mapping;
using Auth0Connector.Sync.Parts;
using Auth0Connector.Sync.Settings;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Collections.Permissions;

/// <summary>APIs, their scopes, and what users and applications hold of them directly.</summary>
internal static class PermissionParts
{
    public static PartDefinition ResourceServers { get; } = new(ResourceTypeIds.ResourceServer, ScopeNeed.Of(PartWords.ResourceServers, "read:resource_servers"))
    {
        Types = [ResourceTypeIds.ResourceServer, ResourceTypeIds.Scope],
        Switches = [SyncSwitches.Permissions],
        WantedWhen = static asked => asked.Has(ResourceTypeIds.ResourceServer) || asked.Has(ResourceTypeIds.Scope),
        Count = static async (api, cancellationToken) => (await api.PeekResourceServersAsync(cancellationToken)).StatedTotal,
        Estimate = static (own, _) => RequestTotals.Pages(own),
        FirstTask = ResourceServersSyncer.KindName,
        ById = static async (api, parts, id, cancellationToken) =>
            await api.FindResourceServerAsync(id, cancellationToken) is { } server ? ResourceServerPages.Of([server], parts) : null,
    };

    public static PartDefinition UserPermissions { get; } = new(ResourceTypeIds.Scope, ScopeNeed.Of(PartWords.UserPermissions, "read:users"))
    {
        Switches = [SyncSwitches.UserPermissions],
        WantedWhen = static asked => asked.Grants && asked.Has(ResourceTypeIds.User, ResourceTypeIds.Scope),
        Estimate = static (_, totals) => totals.Of(UserParts.Users),
        FollowUp = new PartFollowUp(
            ResourceTypeIds.User,
            static (file, cancellationToken) => file.AddTasksForResources(UserPermissionsSyncer.KindName, ResourceTypeIds.User, withPayload: false, cancellationToken))
        {
            Announcement = Cost,
        },
    };

    public static PartDefinition Clients { get; } = new(ResourceTypeIds.Client, ScopeNeed.Of(PartWords.Clients, "read:clients"))
    {
        Types = [ResourceTypeIds.Client],
        Switches = [SyncSwitches.Applications, SyncSwitches.Permissions],
        WantedWhen = static asked => asked.Has(ResourceTypeIds.Client),
        RequiredWhen = static asked => asked.Settings.Applications || asked.Names(ResourceTypeIds.Client),
        Count = static async (api, cancellationToken) => (await api.PeekClientsAsync(cancellationToken)).StatedTotal,
        Estimate = static (own, _) => RequestTotals.Pages(own),
        FirstTask = ClientsSyncer.KindName,
        UnlistedTask = "unlisted-client",
        ById = static async (api, _, id, cancellationToken) =>
            await api.FindClientAsync(id, cancellationToken) is { } client ? new StagedBatch { Resources = [StagedResource.From(ClientMapper.Client(client, id))] } : null,
        OnlyHoldersWhen = static settings => !settings.Applications && settings.Resources.Count == 0,
    };

    public static PartDefinition ClientGrants { get; } = new(ResourceTypeIds.Scope, ScopeNeed.Of(PartWords.ClientGrants, "read:client_grants"))
    {
        WantedWhen = static asked => asked.Grants && asked.Has(ResourceTypeIds.Client, ResourceTypeIds.Scope),
        RequiredWhen = static _ => false,
        After = Clients,
        Estimate = static (_, totals) => RequestTotals.Pages(totals.Of(Clients)),
        FirstTask = ClientGrantsSyncer.KindName,
    };

    public static IReadOnlyList<ICollectionSyncer> Syncers(ManagementApiClient api, SyncParts parts) =>
    [
        new ResourceServersSyncer(api, parts),
        new UserPermissionsSyncer(api),
        new ClientsSyncer(api),
        new UnlistedSyncer(api, parts, Clients, "GET /clients/{id}", ClientsSyncer.KindName),
        new ClientGrantsSyncer(api),
    ];

    private static string Cost(StagingFile file) => string.Create(
        CultureInfo.InvariantCulture,
        $"reading the scopes that users hold directly takes a request for each of {file.CountTasks(UserPermissionsSyncer.KindName):N0} users");
}
