using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Failures;

namespace Auth0Connector.Sync.Preflight;

/// <summary>Asks for one record of what a part lists: how many there are, and whether the plan has it at all.</summary>
internal static class PartProbe
{
    /// <summary>The total that the tenant states; <see langword="null"/> where the part lists nothing of its own.</summary>
    /// <exception cref="ManagementApiException">The tenant refuses the part.</exception>
    public static async Task<long?> CountAsync(ManagementApiClient api, SyncPart part, CancellationToken cancellationToken) => part switch
    {
        SyncPart.Users => (await api.PeekUsersAsync(query: null, sort: null, cancellationToken)).StatedTotal,
        SyncPart.Roles => (await api.PeekRolesAsync(cancellationToken)).StatedTotal,
        SyncPart.Organizations => (await api.PeekOrganizationsAsync(cancellationToken)).StatedTotal,
        SyncPart.Groups => (await api.PeekGroupsAsync(cancellationToken)).StatedTotal,
        SyncPart.ResourceServers => (await api.PeekResourceServersAsync(cancellationToken)).StatedTotal,
        SyncPart.Clients => (await api.PeekClientsAsync(cancellationToken)).StatedTotal,
        _ => null,
    };
}
