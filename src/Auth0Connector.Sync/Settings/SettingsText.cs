using Auth0Connector.AccessFile.Format;

namespace Auth0Connector.Sync.Settings;

/// <summary>The settings that shape the content, by the name of their flag: for the proof, and to know a run again.</summary>
internal static class SettingsText
{
    public static IReadOnlyDictionary<string, string> Of(SyncSettings settings)
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["users-via"] = Word(settings.UsersVia),
            ["expand"] = Word(settings.Expand),
        };
        foreach (var name in settings.Switches)
        {
            Switch(name, on: true);
        }

        Switch("skip-entitlements-and-grants", settings.SkipEntitlementsAndGrants);
        Switch("skip-grants", settings.SkipGrants);
        if (settings.ResourceTypes.Count > 0)
        {
            texts["sync-resource-types"] = string.Join(',', settings.ResourceTypes.Order(StringComparer.Ordinal));
        }

        if (settings.Resources.Count > 0)
        {
            texts["sync-resources"] = string.Join(',', settings.Resources.Select(Bid.Resource).Order(StringComparer.Ordinal));
        }

        return texts;

        void Switch(string name, bool on)
        {
            if (on)
            {
                texts[name] = "true";
            }
        }
    }

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
