using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.Sync.Mapping;
using Auth0Connector.Sync.Parts;

namespace Auth0Connector.Sync.Collections.Groups;

/// <summary>What a group means: its row, its entitlement, and the task of reading its members.</summary>
internal static class GroupPages
{
    public static StagedBatch Of(IReadOnlyList<Resource> groups, SyncParts parts) => new()
    {
        Resources = [.. groups.Select(StagedResource.From)],
        Entitlements = parts.WithEntitlements
            ? [.. groups.Select(static group => StagedEntitlement.From(EntitlementMapper.GroupMember(group)))]
            : [],
        Tasks = parts.WithGrants ? [.. groups.Select(static group => ListSubject.TaskFor(GroupMembersSyncer.KindName, group))] : [],
    };
}
