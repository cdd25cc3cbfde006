using Auth0Connector.AccessFile.Format;
using Auth0Connector.AccessFile.Messages;
using Auth0Connector.Sync.Settings;
using Auth0Connector.Vocabulary;
using ServiceTask = Auth0Connector.Service.Protocol.Task;

namespace Auth0Connector.Service.Syncs;

/// <summary>What a task asks to be read, over what the service reads where a task does not say.</summary>
internal static class AskedSync
{
    private const int ShownLength = 60;

    /// <summary>The settings of the task's sync; its target is still to be chosen.</summary>
    /// <exception cref="FormatException">It asks for what there is not; the message is for a person at ConductorOne.</exception>
    public static SyncSettings Of(ServiceTask.Types.SyncFullTask asked, SyncSettings usual)
    {
        var resources = asked.TargetedSyncResources.Select(Bid).Distinct().ToList();
        return usual with
        {
            // Targeted resources bring their types with them.
            ResourceTypes = resources.Count > 0 ? [] : asked.SyncResourceTypeIds.Count > 0 ? Types(asked.SyncResourceTypeIds) : usual.ResourceTypes,
            Resources = resources,
            LeavesOutGone = resources.Count > 0,
            Expand = asked.SkipExpandGrants ? ExpandMode.None : usual.Expand,
            SkipEntitlementsAndGrants = asked.SkipEntitlementsAndGrants,
            SkipGrants = asked.SkipGrants,
            // Each file holds one sync: what was sent before is ConductorOne's already.
            Keeping = usual.Keeping with { KeepSyncs = 1 },
        };
    }

    private static List<string> Types(IEnumerable<string> asked)
    {
        var types = asked.Distinct(StringComparer.Ordinal).ToList();
        return types.Find(static type => !ResourceTypeIds.All.Contains(type, StringComparer.Ordinal)) is { } unknown
            ? throw Unknown(unknown)
            : types;
    }

    private static ResourceBid Bid(Resource resource)
    {
        var id = resource.Id;
        if (id is null || id.ResourceType.Length == 0 || id.Resource.Length == 0)
        {
            throw new FormatException("one of the resources to sync has no id");
        }

        return id.ResourceType != ResourceTypeIds.Scope && ResourceTypeIds.All.Contains(id.ResourceType, StringComparer.Ordinal)
            ? new ResourceBid(id.ResourceType, id.Resource)
            : throw Unknown(id.ResourceType);
    }

    private static FormatException Unknown(string type) =>
        new($"resource type '{(type.Length > ShownLength ? type[..ShownLength] + "..." : type)}' is not synced here; known are {string.Join(", ", ResourceTypeIds.All)}");
}
