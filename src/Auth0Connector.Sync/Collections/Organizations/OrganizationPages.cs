using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.Sync.Mapping;
using Auth0Connector.Sync.Parts;

namespace Auth0Connector.Sync.Collections.Organizations;

/// <summary>What an organization means: its row, its entitlement, and the tasks of reading what is in it.</summary>
internal static class OrganizationPages
{
    /// <summary>
    /// With connections an organization's own message is not known yet, and everything carries a copy of it: then there is
    /// only the task of reading them.
    /// </summary>
    public static StagedBatch Begin(IReadOnlyList<Resource> organizations, SyncParts parts) =>
        parts.Reads(OrganizationParts.Connections)
            ? new StagedBatch { Tasks = [.. Tasks(OrganizationConnectionsSyncer.KindName, organizations)] }
            : Of(organizations, parts);

    public static StagedBatch Of(IReadOnlyList<Resource> organizations, SyncParts parts) => new()
    {
        Resources = [.. organizations.Select(StagedResource.From)],
        Entitlements = parts.WithEntitlements
            ? [.. organizations.Select(static organization => StagedEntitlement.From(EntitlementMapper.OrganizationMember(organization)))]
            : [],
        Tasks =
        [
            .. parts.Reads(OrganizationParts.Members) ? Tasks(OrganizationMembersSyncer.KindName, organizations) : [],
            .. parts.Reads(OrganizationParts.OwnedRoles) ? Tasks(OrganizationOwnedRolesSyncer.KindName, organizations) : [],
        ],
    };

    private static IEnumerable<StagedTask> Tasks(string kind, IReadOnlyList<Resource> organizations) =>
        organizations.Select(organization => ListSubject.TaskFor(kind, organization));
}
