using System.Runtime.CompilerServices;
using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Paging;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.Sync.Collections.Roles;
using Auth0Connector.Sync.Mapping;
using Auth0Connector.Sync.Parts;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Collections.Organizations;

/// <summary>
/// The roles that one organization owns. They are held only inside it, so whoever holds the organization's entitlement
/// of that name holds the role.
/// </summary>
internal sealed class OrganizationOwnedRolesSyncer(ManagementApiClient api, SyncParts parts) : PageSyncer<RoleRecord>
{
    public const string KindName = "organization-owned-roles";

    public override CollectionInfo Info { get; } = new(
        KindName,
        OrganizationParts.OwnedRoles,
        ResourceTypeIds.Role,
        "GET /roles?type=organization",
        CollectionMethod.Numbers)
    {
        SubjectType = ResourceTypeIds.Organization,
        Rows = [RowKind.Grants(ResourceTypeIds.Role, ResourceTypeIds.Organization)],
    };

    protected override async IAsyncEnumerable<ApiPage<RoleRecord>> ListAsync(ListSubject subject, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in api.ListOrganizationOwnedRolesAsync(subject.Id, subject.Cursor, cancellationToken))
        {
            if (page.Items.Any(role => IsOfAnother(role, subject.Id)))
            {
                yield return new ApiPage<RoleRecord>
                {
                    Items = [],
                    NextCursor = null,
                    End = ListingEnd.Unproven($"{Info.Endpoint}: the tenant does not list roles by their owner"),
                    Requests = page.Requests,
                };
                yield break;
            }

            yield return page;
        }
    }

    protected override bool IsTold(RoleRecord record) => !string.IsNullOrEmpty(record.Id) && record.OwnerId is not null;

    protected override StagedBatch Mean(IReadOnlyList<RoleRecord> records, ListSubject subject)
    {
        var organization = subject.Thing;
        var roles = records.Select(role => ResourceMapper.OwnedRole(role, role.Id!, organization)).ToList();
        return new StagedBatch
        {
            Resources = [.. roles.Select(StagedResource.From)],
            Entitlements =
            [
                .. roles.SelectMany(role => RoleEntitlements.Of(role, parts)),
                .. parts.WithEntitlements
                    ? roles.Select(role => StagedEntitlement.From(EntitlementMapper.OrganizationRole(organization, role.Id.Resource, role.DisplayName)))
                    : [],
            ],
            Grants = parts.Reads(OrganizationParts.Members)
                ? [.. roles.Select(role => HeldInside(organization, role))]
                : [],
            Tasks = [.. RolePages.PermissionTasks(roles, parts)],
        };
    }

    private static bool IsOfAnother(RoleRecord role, string organizationId) =>
        role.Type == RoleTypes.Tenant || (role.OwnerId is not null && role.OwnerId != organizationId);

    private static StagedGrant HeldInside(Resource organization, Resource role) => StagedGrant.From(
        GrantMapper.Of(role, EntitlementSlugs.Assigned, ResourceTypeIds.Organization, organization.Id.Resource),
        GrantMapper.Through(ResourceTypeIds.Organization, organization.Id.Resource, role.Id.Resource));
}
