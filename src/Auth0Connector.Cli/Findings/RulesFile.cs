using System.Globalization;
using Auth0Connector.Analysis.Findings;
using Auth0Connector.Analysis.Findings.Rules;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Auth0Connector.Cli.Findings;

/// <summary>Reads the file of <c>--rules</c>: what counts as privileged, and what is set of single rules.</summary>
internal sealed class RulesFile
{
    private const long MostBytes = 256 * 1024;

    private readonly string _label;

    private RulesFile(string name) => _label = $"--rules: {Printable.Short(name)}";

    /// <summary>What the settings say; the rules' own values without a file.</summary>
    public static FindingOptions Read(ResolvedSettings settings, Host host)
    {
        if (settings.Text(FindingsFlags.Rules) is not { } name)
        {
            return new FindingOptions();
        }

        var file = new RulesFile(name);
        try
        {
            var yaml = new YamlStream();
            using var reader = new StringReader(SettingFile.ReadText(host.FullPath(name), file._label, "the file with the rules", MostBytes));
            yaml.Load(reader);
            return yaml.Documents.Count == 0 ? new FindingOptions() : file.Options(yaml.Documents[0].RootNode);
        }
        catch (YamlException mistake)
        {
            throw file.Wrong($"is not valid YAML, at line {mistake.Start.Line}");
        }
    }

    private FindingOptions Options(YamlNode root)
    {
        var options = new FindingOptions();
        foreach (var (key, node) in Entries(root, "the file"))
        {
            options = key switch
            {
                "privileged" => options with { Privileged = Privileged(node) },
                "rules" => options with { Rules = Entries(node, key).ToDictionary(entry => Rule(entry.Key).Id, entry => Rule(Rule(entry.Key), entry.Node), StringComparer.Ordinal) },
                _ => throw Wrong($"'{Printable.Short(key)}' is not known; give privileged or rules"),
            };
        }

        return options;
    }

    private PrivilegeOptions Privileged(YamlNode node)
    {
        var options = new PrivilegeOptions();
        foreach (var (key, value) in Entries(node, "privileged"))
        {
            options = key switch
            {
                "names" => options with { Names = Texts(value, key) },
                "permissions" => options with { Permissions = Texts(value, key) },
                _ => throw Wrong($"privileged: '{Printable.Short(key)}' is not known; give names or permissions"),
            };
        }

        return options;
    }

    private FindingRule Rule(string id) =>
        FindingSearch.Rules.FirstOrDefault(rule => rule.Id == id)
        ?? throw Wrong($"rules: there is no rule '{Printable.Short(id)}'; there are {string.Join(", ", FindingSearch.Rules.Select(rule => rule.Id))}");

    private RuleOptions Rule(FindingRule rule, YamlNode node)
    {
        var options = new RuleOptions();
        var thresholds = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (key, value) in Entries(node, rule.Id))
        {
            var text = Text(value, $"{rule.Id}: {key}");
            switch (key)
            {
                case "enabled":
                    options = options with { IsEnabled = SettingCheck.TrySwitch(text, out var on) ? on : throw Wrong($"{rule.Id}: enabled: '{Printable.Short(text)}' is neither true nor false") };
                    break;
                case "severity":
                    options = options with { Severity = SeverityOf(text) ?? throw Wrong($"{rule.Id}: severity: '{Printable.Short(text)}' is not known; give low, medium or high") };
                    break;
                case var name when rule.Thresholds.ContainsKey(name):
                    thresholds[name] = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is >= 0 and < 1e9
                        ? number
                        : throw Wrong($"{rule.Id}: {name}: '{Printable.Short(text)}' is not a number of 0 or more");
                    break;
                default:
                    throw Wrong($"{rule.Id}: '{Printable.Short(key)}' is not known; give {string.Join(", ", rule.Thresholds.Keys.Prepend("severity").Prepend("enabled"))}");
            }
        }

        return options with { Thresholds = thresholds };
    }

    /// <summary>The severity of a word, or null.</summary>
    public static Severity? SeverityOf(string? text) => text switch { "low" => Severity.Low, "medium" => Severity.Medium, "high" => Severity.High, _ => null };

    private IEnumerable<(string Key, YamlNode Node)> Entries(YamlNode node, string where) => node switch
    {
        YamlMappingNode mapping => mapping.Children.Select(pair => (Text(pair.Key, where), pair.Value)),
        YamlScalarNode { Value: null or "" } => [],
        _ => throw Wrong($"{where}: holds no entries; write one 'name: value' on each line"),
    };

    private string Text(YamlNode node, string where) => node is YamlScalarNode { Value: { } text } ? text : throw Wrong($"{where}: is not one plain value");

    private IReadOnlyList<string> Texts(YamlNode node, string where) =>
        node is YamlSequenceNode list ? [.. list.Select(entry => Text(entry, where))] : throw Wrong($"privileged: {where}: is not a list");

    private UsageException Wrong(string why) => new($"{_label}: {why}");
}
