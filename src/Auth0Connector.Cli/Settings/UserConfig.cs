using Auth0Connector.Cli.Shell;
using YamlDotNet.RepresentationModel;

namespace Auth0Connector.Cli.Settings;

/// <summary>A person's own <c>config.yaml</c>: profiles, one for each tenant, and which of them is the default.</summary>
internal sealed class UserConfig
{
    /// <summary>The key that names the default profile.</summary>
    public const string DefaultKey = "default-profile";

    /// <summary>The key below which the profiles stand.</summary>
    public const string ProfilesKey = "profiles";

    private const UnixFileMode OfOthers = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    private UserConfig(string path, string name, string text)
    {
        Path = path;
        Name = name;
        Text = text;
    }

    /// <summary>The absolute path.</summary>
    public string Path { get; }

    /// <summary>The file as a person would name it.</summary>
    public string Name { get; }

    /// <summary>The whole text.</summary>
    public string Text { get; }

    /// <summary>The profiles, in the order of the file.</summary>
    public IReadOnlyList<Profile> Profiles { get; private set; } = [];

    /// <summary>The name of the default profile, or <see langword="null"/>.</summary>
    public string? Default { get; private set; }

    /// <summary>Keys beside the profiles that mean nothing.</summary>
    public IReadOnlyList<string> UnknownKeys { get; private set; } = [];

    /// <summary>The profiles as they stand in the file.</summary>
    public YamlMappingNode? Nodes { get; private set; }

    /// <summary>Where the file lies, whether it exists or not; <see langword="null"/> where the person has no home.</summary>
    public static string? Place(Host host) => UserFolders.Config(host) is { } folder ? System.IO.Path.Combine(folder, "config.yaml") : null;

    /// <summary>Reads the file, or gives <see langword="null"/> where there is none.</summary>
    /// <exception cref="UsageException">It cannot be read, or others may write it.</exception>
    public static UserConfig? Load(Host host)
    {
        if (Place(host) is not { } path || !System.IO.Path.Exists(path))
        {
            return null;
        }

        var name = Printable.Short(Shown(host, path));
        if (!OperatingSystem.IsWindows() && File.Exists(path) && (File.GetUnixFileMode(path) & OfOthers) != UnixFileMode.None)
        {
            throw new UsageException($"{name} can be written by others than its owner, who could send your credentials anywhere; take that right away: chmod go-w {name}");
        }

        return Of(host, path, SettingFile.ReadText(path, name, "the configuration with your profiles", YamlText.MostBytes));
    }

    /// <summary>What a text would mean as that file.</summary>
    public static UserConfig Of(Host host, string path, string text)
    {
        var config = new UserConfig(path, Printable.Short(Shown(host, path)), text);
        config.Fill(YamlText.Parse(text, config.Name), UserFolders.Home(host));
        return config;
    }

    /// <summary>The profile of a name.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="label">Where the name was given, for the message.</param>
    /// <exception cref="UsageException">There is none.</exception>
    public Profile Named(string name, string label) =>
        Profiles.FirstOrDefault(profile => profile.Name == name)
        ?? throw new UsageException($"{label}: there is no profile '{Printable.Short(name)}' in {Name}; {Known()}");

    /// <summary>A path as a person would write it.</summary>
    public static string Shown(Host host, string path) =>
        UserFolders.Home(host) is { } home && path.StartsWith(home + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal) ? "~" + path[home.Length..] : path;

    private string Known() => Profiles.Count == 0
        ? "it has none; 'auth0-connector setup' makes one"
        : $"it has {string.Join(", ", Profiles.Take(10).Select(profile => Printable.Short(profile.Name)))}";

    private void Fill(YamlNode? root, string? home)
    {
        if (root is null or YamlScalarNode { Value: null or "" })
        {
            return;
        }

        if (root is not YamlMappingNode mapping)
        {
            throw new UsageException($"{Name}: holds no profiles; write 'profiles:' and below it the name of each");
        }

        var unknown = new List<string>();
        foreach (var (key, value) in mapping.Children)
        {
            switch ((key as YamlScalarNode)?.Value)
            {
                case DefaultKey:
                    Default = value is YamlScalarNode scalar ? scalar.Value : throw new UsageException($"{Name}: {DefaultKey} is not the name of a profile");
                    break;
                case ProfilesKey:
                    Nodes = value as YamlMappingNode;
                    Profiles = Read(value, home);
                    break;
                case { } other:
                    unknown.Add(other);
                    break;
            }
        }

        UnknownKeys = unknown;
    }

    private List<Profile> Read(YamlNode node, string? home)
    {
        if (node is YamlScalarNode { Value: null or "" })
        {
            return [];
        }

        if (node is not YamlMappingNode mapping)
        {
            throw new UsageException($"{Name}: {ProfilesKey} holds no profiles; write the name of each below it, and its settings below that");
        }

        var profiles = new List<Profile>();
        foreach (var (key, value) in mapping.Children)
        {
            if (key is YamlScalarNode { Value: { Length: > 0 } name })
            {
                var settings = SettingMap.Of(value, $"profile {Printable.Short(name)}");
                profiles.Add(new Profile(name, settings, System.IO.Path.GetDirectoryName(Path)!, home));
            }
        }

        return profiles;
    }
}
