using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Settings;

/// <summary>
/// <c>./.baton.yaml</c>, or the file that <c>--config</c> or <c>BATON_CONFIG_PATH</c> names: settings by the names of their flags.
/// </summary>
internal static class ConfigFile
{
    private static readonly string[] UsualNames = [".baton.yaml", ".baton.yml"];

    /// <summary>Reads the file that is asked for, else the usual one; <see langword="null"/> where there is none.</summary>
    public static SettingMap? Load(Host host, SettingValue? asked)
    {
        if (asked is not null)
        {
            var name = asked.Text;
            if (!name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) && !name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase))
            {
                throw new UsageException($"{asked.Label}: '{Printable.Short(name)}' does not end in .yaml or .yml");
            }

            return Read(name, host.FullPath(name), $"{asked.Label}: ");
        }

        return host.WorkingDirectory is null ? null : UsualNames
            .Where(name => Path.Exists(host.FullPath(name)))
            .Select(name => Read(name, host.FullPath(name), string.Empty))
            .FirstOrDefault();
    }

    private static SettingMap Read(string name, string path, string prefix)
    {
        var shown = Printable.Short(name);
        var text = SettingFile.ReadText(path, $"{prefix}{shown}", "the configuration file", YamlText.MostBytes);
        var root = YamlText.Parse(text, $"{prefix}{shown}");
        return SettingMap.Of(root, shown, prefix);
    }
}
