using System.Runtime.CompilerServices;
using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Paging;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.Sync.Mapping;
using Auth0Connector.Sync.Preflight;
using Auth0Connector.Vocabulary;
using Google.Protobuf;

namespace Auth0Connector.Sync.Syncers.Roles;

/// <summary>
/// The roles that one organization owns. They are held only inside it, so whoever holds the organization's entitlement
/// of that name holds the role.
/// </summary>
internal sealed class OrganizationOwnedRolesSyncer(ManagementApiClient api, SyncParts parts) : ICollectionSyncer
{
    public const string KindName = "organization-owned-roles";

    public CollectionInfo Info { get; } = new(
        KindName,
        SyncPart.OrganizationOwnedRoles,
        ResourceTypeIds.Role,
        "GET /roles?type=organization",
        CollectionMethod.Numbers)
    {
        SubjectType = ResourceTypeIds.Organization,
        Rows = [RowKind.Grants(ResourceTypeIds.Role, ResourceTypeIds.Organization)],
    };

    public static StagedTask TaskFor(Resource organization) =>
        new(KindName, organization.Id.Resource) { Payload = organization.ToByteArray() };

    public async IAsyncEnumerable<SyncedPage> ReadAsync(
        StagedTask task,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var organization = Resource.Parser.ParseFrom(task.Payload);
        await foreach (var page in api.ListOrganizationOwnedRolesAsync(task.Subject, task.Cursor, cancellationToken))
        {
            if (page.Items.Any(role => IsOfAnother(role, task.Subject)))
            {
                yield return SyncedPage.Progress(cursor: null, page.Requests, ListingEnd.Unproven($"{Info.Endpoint}: the tenant does not list roles by their owner"));
                yield break;
            }

            var roles = page.Items
                .Where(static role => !string.IsNullOrEmpty(role.Id) && role.OwnerId is not null)
                .Select(role => ResourceMapper.OwnedRole(role, role.Id!, organization))
                .ToList();
            yield return Meaning(organization, roles, SyncedPage.Of(page, page.Items.Count - roles.Count));
        }
    }

    private static bool IsOfAnother(RoleRecord role, string organizationId) =>
        role.Type == RoleTypes.Tenant || (role.OwnerId is not null && role.OwnerId != organizationId);

    private SyncedPage Meaning(Resource organization, IReadOnlyList<Resource> roles, SyncedPage page) => page with
    {
        Resources = [.. roles.Select(StagedResource.From)],
        Entitlements =
        [
            .. roles.SelectMany(role => RoleEntitlements.Of(role, parts)),
            .. parts.WithEntitlements
                ? roles.Select(role => StagedEntitlement.From(EntitlementMapper.OrganizationRole(organization, role.Id.Resource, role.DisplayName)))
                : [],
        ],
        Grants = parts.Reads(SyncPart.OrganizationMembers)
            ? [.. roles.Select(role => HeldInside(organization, role))]
            : [],
        Tasks = parts.Reads(SyncPart.RolePermissions) ? [.. roles.Select(RolePermissionsSyncer.TaskFor)] : [],
    };

    private static StagedGrant HeldInside(Resource organization, Resource role) => StagedGrant.From(
        GrantMapper.Of(role, EntitlementSlugs.Assigned, ResourceTypeIds.Organization, organization.Id.Resource),
        GrantMapper.Through(ResourceTypeIds.Organization, organization.Id.Resource, role.Id.Resource));
}
