using Auth0Connector.AccessFile.Format;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Cli.Sync;

/// <summary>Reads the bids in <c>--sync-resources</c>.</summary>
internal static class ResourceBids
{
    /// <summary>The resources asked for, each once; empty means everything.</summary>
    public static IReadOnlyList<ResourceBid> Read(ResolvedSettings settings)
    {
        var bids = settings.List(SyncFlags.Resources).Select(text => Parse(settings, text)).Distinct().ToList();
        if (bids.Count == 0 && settings.Given(SyncFlags.Resources) is { } empty)
        {
            throw new UsageException($"{empty.Label}: names no resource; give bids such as {SyncFlags.Resources.Example}");
        }

        return settings.Given(SyncFlags.SkipGrants) is { } skip && settings.IsOn(SyncFlags.SkipGrants) && bids.Count == 0
            ? throw new UsageException($"{skip.Label}: only goes with --sync-resources; --skip-entitlements-and-grants leaves both out")
            : bids;
    }

    private static ResourceBid Parse(ResolvedSettings settings, string text)
    {
        var label = settings.Given(SyncFlags.Resources)!.Label;
        if (!Bid.TryParseResource(text, out var bid))
        {
            throw new UsageException($"{label}: '{Printable.Short(text)}' is no bid of a resource; give one such as {SyncFlags.Resources.Example}");
        }

        return bid.ResourceTypeId switch
        {
            ResourceTypeIds.Scope => throw new UsageException($"{label}: a scope is read with its API; name that, such as bid:r:resource_server/ID"),
            var type when !ResourceTypeIds.All.Contains(type, StringComparer.Ordinal) => throw new UsageException(
                $"{label}: unknown resource type '{Printable.Short(type)}'; known are {string.Join(", ", ResourceTypeIds.All)}"),
            _ => bid,
        };
    }
}
