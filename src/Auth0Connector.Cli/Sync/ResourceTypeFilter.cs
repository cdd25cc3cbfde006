using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Cli.Sync;

/// <summary>Checks the names in <c>--sync-resource-types</c>.</summary>
internal static class ResourceTypeFilter
{
    /// <summary>The types asked for, each once; empty means all that are on.</summary>
    public static IReadOnlyList<string> Read(ResolvedSettings settings)
    {
        var known = string.Join(", ", ResourceTypeIds.All);
        var asked = settings.List(SyncFlags.ResourceTypes).Distinct(StringComparer.Ordinal).ToList();
        if (asked.Count == 0 && settings.Given(SyncFlags.ResourceTypes) is { } value)
        {
            throw new UsageException($"{value.Label}: names no resource type; known are {known}");
        }

        // The first words are the ecosystem's own, which scripts may look for.
        return asked.Find(type => !ResourceTypeIds.All.Contains(type, StringComparer.Ordinal)) is { } unknown
            ? throw new UsageException($"invalid resource type '{Printable.Short(unknown)}' in filter; known are {known}")
            : asked;
    }
}
