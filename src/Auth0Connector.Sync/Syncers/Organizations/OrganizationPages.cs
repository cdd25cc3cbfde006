using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.Sync.Mapping;
using Auth0Connector.Sync.Preflight;
using Auth0Connector.Sync.Syncers.Roles;

namespace Auth0Connector.Sync.Syncers.Organizations;

/// <summary>What an organization means: its row, its entitlement, and the tasks of reading what is in it.</summary>
internal static class OrganizationPages
{
    /// <summary>
    /// With connections an organization's own message is not known yet, and everything carries a copy of it: then there is
    /// only the task of reading them.
    /// </summary>
    public static SyncedPage Begin(SyncedPage page, IReadOnlyList<Resource> organizations, SyncParts parts) =>
        parts.Reads(SyncPart.OrganizationConnections)
            ? page with { Tasks = [.. organizations.Select(OrganizationConnectionsSyncer.TaskFor)] }
            : Add(page, organizations, parts);

    public static SyncedPage Add(SyncedPage page, IReadOnlyList<Resource> organizations, SyncParts parts) => page with
    {
        Resources = [.. organizations.Select(StagedResource.From)],
        Entitlements = parts.WithEntitlements
            ? [.. organizations.Select(static organization => StagedEntitlement.From(EntitlementMapper.OrganizationMember(organization)))]
            : [],
        Tasks =
        [
            .. parts.Reads(SyncPart.OrganizationMembers) ? organizations.Select(OrganizationMembersSyncer.TaskFor) : [],
            .. parts.Reads(SyncPart.OrganizationOwnedRoles) ? organizations.Select(OrganizationOwnedRolesSyncer.TaskFor) : [],
        ],
    };
}
