using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.Sync.Syncers;
using Auth0Connector.Sync.Syncers.Organizations;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Engine;

/// <summary>
/// Asks for the thing itself where the tenant says that its list is not found: older releases, routes that are off and
/// lagging nodes say so of things that are there (API reference, section 11).
/// </summary>
internal sealed class SubjectProbe(ManagementApiClient api)
{
    /// <summary>Whether what the task is about exists.</summary>
    /// <exception cref="ManagementApiException">The tenant does not say.</exception>
    public async Task<bool> ExistsAsync(CollectionInfo info, StagedTask task, CancellationToken cancellationToken)
    {
        if (info.InsideType is null)
        {
            return await ExistsAsync(info.SubjectType!, task.Subject, cancellationToken);
        }

        var space = task.Subject.IndexOf(' ', StringComparison.Ordinal);
        var (outer, inner) = (task.Subject[..space], task.Subject[(space + 1)..]);
        return await ExistsAsync(info.SubjectType!, outer, cancellationToken)
            && (info.Kind == MemberRolesSyncer.KindName
                ? await IsMemberAsync(outer, inner, cancellationToken)
                : await ExistsAsync(info.InsideType, inner, cancellationToken));
    }

    private async Task<bool> ExistsAsync(string type, string id, CancellationToken cancellationToken) => type switch
    {
        ResourceTypeIds.User => await api.FindUserAsync(id, cancellationToken) is not null,
        ResourceTypeIds.Role => await api.FindRoleAsync(id, cancellationToken) is not null,
        ResourceTypeIds.Organization => await api.FindOrganizationAsync(id, cancellationToken) is not null,
        ResourceTypeIds.Group => await api.FindGroupAsync(id, cancellationToken) is not null,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "no list is about such a thing"),
    };

    // Who left meanwhile has no roles there any more, and the list of them is not found either.
    private async Task<bool> IsMemberAsync(string organizationId, string userId, CancellationToken cancellationToken)
    {
        if (await api.FindUserAsync(userId, cancellationToken) is null)
        {
            return false;
        }

        await foreach (var page in api.ListUserOrganizationsAsync(userId, cursor: null, cancellationToken))
        {
            if (page.Items.Any(organization => organization.Id == organizationId) || page.End?.Doubt is not null)
            {
                return true;
            }
        }

        return false;
    }
}
