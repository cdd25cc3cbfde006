using System.Text.RegularExpressions;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;
using YamlDotNet.RepresentationModel;

namespace Auth0Connector.Cli.Configure;

/// <summary>
/// Changes the text of a person's own configuration and leaves everything else in it as it is, comments included. What comes out is
/// read again and held against what was meant; a file that is written in another style is left alone.
/// </summary>
internal static partial class ConfigText
{
    /// <summary>The text with another default profile.</summary>
    /// <param name="host">The surroundings.</param>
    /// <param name="path">Where the file lies.</param>
    /// <param name="text">The text as it is; empty for a new file.</param>
    /// <param name="name">The profile, which must be in it.</param>
    /// <exception cref="UsageException">The file cannot be edited so.</exception>
    public static string WithDefault(Host host, string path, string text, string name)
    {
        var lines = Lines(text);
        var line = $"{UserConfig.DefaultKey}: {Scalar(name)}";
        var at = lines.FindIndex(static line => DefaultLine().IsMatch(line));
        if (at >= 0)
        {
            lines[at] = line;
        }
        else
        {
            lines.Insert(AfterHead(lines), line);
        }

        var changed = Joined(text, lines);
        return Demand(host, path, text, changed, after => after.Default == name && SameBut(host, path, text, after, except: null), $"write '{line}' into it by hand");
    }

    /// <summary>The text with a profile added, or in the place of the one of that name.</summary>
    /// <param name="host">The surroundings.</param>
    /// <param name="path">Where the file lies.</param>
    /// <param name="text">The text as it is; empty for a new file.</param>
    /// <param name="name">The profile.</param>
    /// <param name="settings">What it says.</param>
    /// <exception cref="UsageException">The file cannot be edited so.</exception>
    public static string WithProfile(Host host, string path, string text, string name, IReadOnlyList<(string Name, string Value)> settings)
    {
        var before = UserConfig.Of(host, path, text);
        var lines = Lines(text);
        var pad = new string(' ', before.Nodes?.Children.FirstOrDefault().Key is { } first ? (int)first.Start.Column - 1 : 2);
        List<string> block = [$"{pad}{Scalar(name)}:", .. settings.Select(setting => $"{pad}{pad}{setting.Name}: {Scalar(setting.Value)}")];
        if (before.Nodes?.Children.FirstOrDefault(pair => (pair.Key as YamlScalarNode)?.Value == name) is { Key: { } key, Value: { } value })
        {
            var (from, to) = ((int)key.Start.Line - 1, LastLine(value, (int)key.Start.Line));
            lines.RemoveRange(from, to - from);
            lines.InsertRange(from, block);
        }
        else
        {
            var at = lines.FindIndex(static line => ProfilesLine().IsMatch(line));
            if (at < 0)
            {
                lines.Add(UserConfig.ProfilesKey + ":");
                at = lines.Count - 1;
            }

            lines.InsertRange(before.Nodes is { Children.Count: > 0 } nodes ? LastLine(nodes, at + 1) : at + 1, block);
        }

        var changed = Joined(text, lines);
        return Demand(
            host,
            path,
            text,
            changed,
            after => Says(after, name, settings) && after.Default == before.Default && SameBut(host, path, text, after, name),
            $"write this below '{UserConfig.ProfilesKey}:' in it by hand: {string.Join(" | ", block.Where(static line => !line.Contains("secret:", StringComparison.Ordinal)).Select(static line => line.Trim()))}");
    }

    /// <summary>A text as YAML takes it for that text and nothing else.</summary>
    public static string Scalar(string text) =>
        PlainScalar().IsMatch(text) && !WordOfYaml().IsMatch(text) ? text
        : text.Any(char.IsControl) ? "\"" + string.Concat(text.Select(static letter => letter is '"' or '\\' ? $"\\{letter}" : char.IsControl(letter) ? $"\\u{(int)letter:x4}" : $"{letter}")) + "\""
        : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Demand(Host host, string path, string text, string changed, Func<UserConfig, bool> isRight, string remedy)
    {
        try
        {
            if (isRight(UserConfig.Of(host, path, changed)))
            {
                return changed;
            }
        }
        catch (UsageException) when (text.Length > 0)
        {
            // Said below: it is our text that is not read, not the person's.
        }

        throw new UsageException($"{Printable.Short(UserConfig.Shown(host, path))} is written in a form that is not edited from here; {remedy}");
    }

    private static bool Says(UserConfig config, string name, IReadOnlyList<(string Name, string Value)> settings) =>
        config.Profiles.FirstOrDefault(profile => profile.Name == name) is { } profile
        && profile.Keys.SequenceEqual(settings.Select(static setting => setting.Name))
        && settings.All(setting => profile.Text(setting.Name) == setting.Value);

    private static bool SameBut(Host host, string path, string text, UserConfig after, string? except)
    {
        var before = UserConfig.Of(host, path, text);
        return Others(before).SequenceEqual(Others(after)) && before.UnknownKeys.SequenceEqual(after.UnknownKeys);

        IEnumerable<string> Others(UserConfig config) => config.Nodes is null ? [] : config.Nodes.Children
            .Where(pair => (pair.Key as YamlScalarNode)?.Value != except)
            .Select(static pair => $"{pair.Key}={pair.Value}");
    }

    // With the ends of lines that the file has.
    private static string Joined(string text, List<string> lines)
    {
        var end = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        return string.Join(end, lines) + end;
    }

    private static List<string> Lines(string text)
    {
        List<string> lines = [.. text.ReplaceLineEndings("\n").Split('\n')];
        while (lines.Count > 0 && lines[^1].Length == 0)
        {
            lines.RemoveAt(lines.Count - 1);
        }

        return lines;
    }

    private static int AfterHead(List<string> lines)
    {
        var at = lines.FindIndex(static line => line.Trim() == "---") + 1;
        while (at < lines.Count && lines[at].StartsWith('#'))
        {
            at++;
        }

        return at;
    }

    // The last line of anything inside; the end that the parser gives of a mapping is where the next thing begins.
    private static int LastLine(YamlNode node, int least) => node switch
    {
        YamlMappingNode mapping => mapping.Children.Aggregate(least, static (last, pair) => LastLine(pair.Value, LastLine(pair.Key, last))),
        YamlSequenceNode list => list.Aggregate(least, static (last, entry) => LastLine(entry, last)),
        YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Literal or YamlDotNet.Core.ScalarStyle.Folded } block => Math.Max(least, (int)block.End.Line - 1),
        _ => Math.Max(least, (int)node.End.Line),
    };

    [GeneratedRegex("^default-profile:")]
    private static partial Regex DefaultLine();

    [GeneratedRegex(@"^profiles:\s*(#.*)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex ProfilesLine();

    [GeneratedRegex("^[A-Za-z/.~][A-Za-z0-9_/.~@+%=,-]*(:[A-Za-z0-9_/.~@+%=,-]+)*$", RegexOptions.ExplicitCapture)]
    private static partial Regex PlainScalar();

    [GeneratedRegex("^(~|null|yes|no|on|off|y|n|[.](inf|nan))$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex WordOfYaml();
}
