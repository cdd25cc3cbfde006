namespace Auth0Connector.Cli.Settings;

/// <summary>Checks the names in <c>--sync-resource-types</c>.</summary>
internal static class ResourceTypeFilter
{
    private static readonly string[] Always = ["user", "role", "organization", "group"];
    private static readonly string[] WithPermissions = ["resource_server", "scope", "client"];

    /// <summary>The types asked for, each once; empty means all that are on.</summary>
    public static IReadOnlyList<string> Read(ResolvedSettings settings)
    {
        var permissions = settings.IsOn(SettingTable.Permissions);
        var known = permissions ? [.. Always, .. WithPermissions] : Always;
        var asked = settings.List(SettingTable.ResourceTypes).Distinct(StringComparer.Ordinal).ToList();
        if (asked.Count == 0 && settings.Given(SettingTable.ResourceTypes) is { } value)
        {
            throw new ConfigurationException($"{value.Label}: names no resource type; known are {string.Join(", ", known)}");
        }

        foreach (var type in asked)
        {
            if (known.Contains(type, StringComparer.Ordinal))
            {
                continue;
            }

            // The first words are the ecosystem's own, which scripts may look for.
            throw new ConfigurationException(
                WithPermissions.Contains(type, StringComparer.Ordinal)
                    ? $"invalid resource type '{type}' in filter; it is read only with --sync-permissions"
                    : $"invalid resource type '{SettingCheck.Shown(type)}' in filter; known are {string.Join(", ", known)}");
        }

        return asked;
    }
}
