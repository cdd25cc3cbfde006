using System.Runtime.CompilerServices;
using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.Sync.Mapping;
using Google.Protobuf;

namespace Auth0Connector.Sync.Syncers;

/// <summary>The tenant's organizations; each makes the task of reading its members known.</summary>
internal sealed class OrganizationsSyncer(ManagementApiClient api, bool withEntitlements, bool withGrants) : ICollectionSyncer
{
    public const string KindName = "organizations";

    public string Kind => KindName;

    public string ResourceType => ResourceTypeIds.Organization;

    public async IAsyncEnumerable<SyncedPage> ReadAsync(
        StagedTask task,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in api.ListOrganizationsAsync(task.Cursor, cancellationToken))
        {
            var organizations = page.Items
                .Where(static organization => !string.IsNullOrEmpty(organization.Id))
                .Select(static organization => ResourceMapper.Organization(organization, organization.Id!))
                .ToList();
            yield return SyncedPage.Of(page, page.Items.Count - organizations.Count) with
            {
                Resources = [.. organizations.Select(StagedResource.From)],
                Entitlements = withEntitlements
                    ? [.. organizations.Select(static organization => StagedEntitlement.From(EntitlementMapper.OrganizationMember(organization)))]
                    : [],
                Tasks = withGrants ? [.. organizations.Select(OrganizationMembersSyncer.TaskFor)] : [],
            };
        }
    }
}

/// <summary>The members of one organization.</summary>
internal sealed class OrganizationMembersSyncer(ManagementApiClient api) : ICollectionSyncer
{
    public const string KindName = "organization-members";

    public string Kind => KindName;

    public string ResourceType => ResourceTypeIds.Organization;

    public static StagedTask TaskFor(Resource organization) =>
        new(KindName, organization.Id.Resource) { Payload = organization.ToByteArray() };

    public async IAsyncEnumerable<SyncedPage> ReadAsync(
        StagedTask task,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var organization = Resource.Parser.ParseFrom(task.Payload);
        await foreach (var page in api.ListOrganizationMembersAsync(task.Subject, withRoles: false, task.Cursor, cancellationToken))
        {
            var known = page.Items.Where(static member => !string.IsNullOrEmpty(member.UserId)).ToList();
            yield return SyncedPage.Of(page, page.Items.Count - known.Count) with
            {
                Grants =
                [
                    .. known.Select(member => StagedGrant.From(
                        EntitlementMapper.Grant(organization, EntitlementMapper.Member, ResourceTypeIds.User, member.UserId!))),
                ],
            };
        }
    }
}
