using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.Sync.Mapping;
using Auth0Connector.Sync.Preflight;

namespace Auth0Connector.Sync.Syncers.Groups;

/// <summary>What a group means: its row, its entitlement, and the task of reading its members.</summary>
internal static class GroupPages
{
    public static SyncedPage Add(SyncedPage page, IReadOnlyList<Resource> groups, SyncParts parts) => page with
    {
        Resources = [.. groups.Select(StagedResource.From)],
        Entitlements = parts.WithEntitlements
            ? [.. groups.Select(static group => StagedEntitlement.From(EntitlementMapper.GroupMember(group)))]
            : [],
        Tasks = parts.WithGrants ? [.. groups.Select(GroupMembersSyncer.TaskFor)] : [],
    };
}
