using System.Runtime.CompilerServices;
using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.Sync.Mapping;
using Auth0Connector.Sync.Preflight;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Syncers.Organizations;

/// <summary>The roles that one group holds inside one organization; everybody in the group holds them there.</summary>
internal sealed class OrganizationGroupRolesSyncer(ManagementApiClient api) : ICollectionSyncer
{
    public const string KindName = "organization-group-roles";

    public CollectionInfo Info { get; } = new(
        KindName,
        SyncPart.OrganizationGroupRoles,
        ResourceTypeIds.Organization,
        "GET /organizations/{id}/groups/{group_id}/roles",
        CollectionMethod.Checkpoint)
    {
        SubjectType = ResourceTypeIds.Organization,
        InsideType = ResourceTypeIds.Group,
        Rows = [RowKind.Grants(ResourceTypeIds.Organization, ResourceTypeIds.Group)],
    };

    /// <summary>The ids of Auth0's organizations and groups hold no space.</summary>
    public static StagedTask TaskFor(StagedTask organization, string groupId) =>
        new(KindName, $"{organization.Subject} {groupId}") { Payload = organization.Payload };

    public async IAsyncEnumerable<SyncedPage> ReadAsync(
        StagedTask task,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var organization = Resource.Parser.ParseFrom(task.Payload);
        var groupId = task.Subject[(organization.Id.Resource.Length + 1)..];
        await foreach (var page in api.ListOrganizationGroupRolesAsync(organization.Id.Resource, groupId, task.Cursor, cancellationToken))
        {
            var roles = page.Items.Where(static role => !string.IsNullOrEmpty(role.Id)).ToList();
            yield return SyncedPage.Of(page, page.Items.Count - roles.Count) with
            {
                Entitlements = [.. roles.Select(role => StagedEntitlement.From(EntitlementMapper.OrganizationRole(organization, role.Id!, role.Name)))],
                Grants =
                [
                    .. roles.Select(role => StagedGrant.From(
                        GrantMapper.Of(organization, role.Id!, ResourceTypeIds.Group, groupId),
                        GrantMapper.ThroughGroup(groupId))),
                ],
            };
        }
    }
}
