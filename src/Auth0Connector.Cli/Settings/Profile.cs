using Auth0Connector.ObjectStore.Naming;

namespace Auth0Connector.Cli.Settings;

/// <summary>The settings of one tenant in a person's own configuration. Its paths are relative to the file it stands in.</summary>
/// <param name="name">Its name.</param>
/// <param name="settings">What it says.</param>
/// <param name="folder">The folder of the file it stands in.</param>
/// <param name="home">The person's home, for paths that begin with <c>~/</c>.</param>
internal sealed class Profile(string name, SettingMap settings, string folder, string? home)
{
    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>Where it stands, as a person would name it.</summary>
    public string Label => settings.Name;

    /// <summary>All keys.</summary>
    public IEnumerable<string> Keys => settings.Keys;

    /// <summary>What it says of a setting, under any of its names; <see langword="null"/> where it says nothing.</summary>
    public SettingValue? Value(SettingDefinition setting)
    {
        var value = SettingValue.Only(setting.Names.Select(name => settings.Value(setting, name)));
        return value is null || !setting.IsPath ? value : value with { Texts = [.. value.Texts.Select(Absolute)] };
    }

    /// <summary>What stands under a key as plain text, or <see langword="null"/>.</summary>
    public string? Text(string key) => settings.Text(key);

    private string Absolute(string path)
    {
        // An address such as s3://bucket/key is no path.
        if (path.Length == 0 || ObjectName.IsOne(path) || path.Contains('\0', StringComparison.Ordinal))
        {
            return path;
        }

        return path.StartsWith("~/", StringComparison.Ordinal) && home is not null
            ? Path.GetFullPath(path[2..], home)
            : Path.GetFullPath(path, folder);
    }
}
