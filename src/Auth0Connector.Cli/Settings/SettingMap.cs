using Auth0Connector.Cli.Shell;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Auth0Connector.Cli.Settings;

/// <summary>Settings by the names of their flags, as a YAML mapping holds them.</summary>
/// <param name="name">Where they stand, as a person would name it.</param>
internal sealed class SettingMap(string name)
{
    private readonly Dictionary<string, YamlNode> _entries = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Where they stand, as a person would name it.</summary>
    public string Name { get; } = name;

    /// <summary>All keys.</summary>
    public IEnumerable<string> Keys => _entries.Keys;

    /// <summary>The settings of a mapping; none of an empty one.</summary>
    /// <param name="root">The mapping.</param>
    /// <param name="name">Where it stands, as a person would name it.</param>
    /// <param name="prefix">How a message about all of it begins.</param>
    /// <exception cref="UsageException">It is something else than a mapping.</exception>
    public static SettingMap Of(YamlNode? root, string name, string prefix = "")
    {
        var map = new SettingMap(name);
        if (root is null or YamlScalarNode { Value: null or "" })
        {
            return map;
        }

        if (root is not YamlMappingNode mapping)
        {
            throw new UsageException($"{prefix}{name}: holds no settings; write one 'name: value' on each line");
        }

        foreach (var (key, value) in mapping.Children)
        {
            if (key is YamlScalarNode { Value: { } text })
            {
                map._entries[text] = value;
            }
        }

        return map;
    }

    /// <summary>The value under a key, or <see langword="null"/> where it is missing, null or empty.</summary>
    public SettingValue? Value(SettingDefinition setting, string key)
    {
        if (!_entries.TryGetValue(key, out var node))
        {
            return null;
        }

        var label = $"{key} in {Name}";
        return node switch
        {
            YamlScalarNode scalar => IsNull(scalar) ? null : new SettingValue(label, [scalar.Value!]),
            YamlSequenceNode list when setting.Kind == SettingKind.List => new SettingValue(label, [.. list.Select(entry => Entry(entry, label))]),
            YamlSequenceNode => throw new UsageException($"{label}: is a list; give one value"),
            _ => throw new UsageException($"{label}: has further keys below it; give one value on the same line"),
        };
    }

    /// <summary>What stands under a key as plain text, or <see langword="null"/> where that is something else.</summary>
    public string? Text(string key) => (_entries.GetValueOrDefault(key) as YamlScalarNode)?.Value;

    private static string Entry(YamlNode node, string label) =>
        node is YamlScalarNode { Value: { } text } ? text : throw new UsageException($"{label}: is not a plain list of words");

    private static bool IsNull(YamlScalarNode scalar) =>
        string.IsNullOrEmpty(scalar.Value)
        || (scalar.Style == ScalarStyle.Plain && (scalar.Value is "~" || scalar.Value.Equals("null", StringComparison.OrdinalIgnoreCase)));
}
