using Auth0Connector.Cli.Shell;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Auth0Connector.Cli.Settings;

/// <summary>
/// <c>./.baton.yaml</c>, or the file that <c>BATON_CONFIG_PATH</c> names: settings by the names of their flags.
/// </summary>
internal sealed class ConfigFile
{
    private const string PathVariable = "BATON_CONFIG_PATH";
    private const long MostBytes = 1024 * 1024;
    private static readonly string[] UsualNames = [".baton.yaml", ".baton.yml"];
    private readonly Dictionary<string, YamlNode> _entries = new(StringComparer.OrdinalIgnoreCase);

    private ConfigFile(string name) => Name = name;

    /// <summary>The file as a person would name it.</summary>
    public string Name { get; }

    /// <summary>All keys of the file.</summary>
    public IEnumerable<string> Keys => _entries.Keys;

    /// <summary>Reads the file, or gives <see langword="null"/> where there is none.</summary>
    public static ConfigFile? Load(Host host)
    {
        var asked = host.Variable(PathVariable);
        if (!string.IsNullOrEmpty(asked))
        {
            if (!asked.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) && !asked.EndsWith(".yml", StringComparison.OrdinalIgnoreCase))
            {
                throw new UsageException($"{PathVariable}: '{Printable.Short(asked)}' does not end in .yaml or .yml");
            }

            return Read(asked, host.FullPath(asked), $"{PathVariable}: ");
        }

        return host.WorkingDirectory is null ? null : UsualNames
            .Where(name => Path.Exists(host.FullPath(name)))
            .Select(name => Read(name, host.FullPath(name), string.Empty))
            .FirstOrDefault();
    }

    /// <summary>The value under a key, or <see langword="null"/> where it is missing, null or empty.</summary>
    public SettingValue? Value(SettingDefinition setting, string name)
    {
        if (!_entries.TryGetValue(name, out var node))
        {
            return null;
        }

        var label = $"{name} in {Name}";
        return node switch
        {
            YamlScalarNode scalar => IsNull(scalar) ? null : new SettingValue(label, [scalar.Value!]),
            YamlSequenceNode list when setting.Kind == SettingKind.List => new SettingValue(label, [.. list.Select(entry => Entry(entry, label))]),
            YamlSequenceNode => throw new UsageException($"{label}: is a list; give one value"),
            _ => throw new UsageException($"{label}: has further keys below it; give one value on the same line"),
        };
    }

    private static string Entry(YamlNode node, string label) =>
        node is YamlScalarNode { Value: { } text } ? text : throw new UsageException($"{label}: is not a plain list of words");

    private static bool IsNull(YamlScalarNode scalar) =>
        string.IsNullOrEmpty(scalar.Value)
        || (scalar.Style == ScalarStyle.Plain && (scalar.Value is "~" || scalar.Value.Equals("null", StringComparison.OrdinalIgnoreCase)));

    private static ConfigFile Read(string name, string path, string prefix)
    {
        var text = SettingFile.ReadText(path, $"{prefix}{Printable.Short(name)}", "the configuration file", MostBytes);
        var file = new ConfigFile(name);
        try
        {
            var yaml = new YamlStream();
            using var reader = new StringReader(text);
            yaml.Load(reader);
            var root = yaml.Documents.Count == 0 ? null : yaml.Documents[0].RootNode;
            file.Fill(root, prefix);
        }
        catch (YamlException mistake)
        {
            // The parser's own words may quote the line, and with it a secret.
            var what = mistake.Message.Contains("Duplicate key", StringComparison.OrdinalIgnoreCase) ? "names a key twice" : "is not valid YAML";
            throw new UsageException($"{prefix}{name}: {what}, at line {mistake.Start.Line}; write one 'name: value' on each line");
        }

        return file;
    }

    private void Fill(YamlNode? root, string prefix)
    {
        if (root is null or YamlScalarNode { Value: null or "" })
        {
            return;
        }

        if (root is not YamlMappingNode mapping)
        {
            throw new UsageException($"{prefix}{Name}: holds no settings; write one 'name: value' on each line");
        }

        foreach (var (key, value) in mapping.Children)
        {
            if (key is YamlScalarNode { Value: { } text })
            {
                _entries[text] = value;
            }
        }
    }
}
