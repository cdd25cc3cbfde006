using Auth0Connector.AccessFile.Format;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Cli.Settings;

/// <summary>Reads the bids in <c>--sync-resources</c>.</summary>
internal static class ResourceBids
{
    /// <summary>The resources asked for, each once; empty means everything.</summary>
    public static IReadOnlyList<ResourceBid> Read(ResolvedSettings settings)
    {
        var bids = settings.List(SettingTable.Resources).Select(text => Parse(settings, text)).Distinct().ToList();
        if (bids.Count == 0 && settings.Given(SettingTable.Resources) is { } empty)
        {
            throw new ConfigurationException($"{empty.Label}: names no resource; give bids such as {SettingTable.Resources.Example}");
        }

        return settings.Given(SettingTable.SkipGrants) is { } skip && settings.IsOn(SettingTable.SkipGrants) && bids.Count == 0
            ? throw new ConfigurationException($"{skip.Label}: only goes with --sync-resources; --skip-entitlements-and-grants leaves both out")
            : bids;
    }

    private static ResourceBid Parse(ResolvedSettings settings, string text)
    {
        var label = settings.Given(SettingTable.Resources)!.Label;
        if (!Bid.TryParseResource(text, out var bid))
        {
            throw new ConfigurationException($"{label}: '{SettingCheck.Shown(text)}' is no bid of a resource; give one such as {SettingTable.Resources.Example}");
        }

        return bid.ResourceTypeId switch
        {
            ResourceTypeIds.Scope => throw new ConfigurationException($"{label}: a scope is read with its API; name that, such as bid:r:resource_server/ID"),
            var type when !ResourceTypeIds.All.Contains(type, StringComparer.Ordinal) => throw new ConfigurationException(
                $"{label}: unknown resource type '{SettingCheck.Shown(type)}'; known are {string.Join(", ", ResourceTypeIds.All)}"),
            _ => bid,
        };
    }
}
