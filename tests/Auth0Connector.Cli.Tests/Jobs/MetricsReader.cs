using System.Globalization;
using System.Text.RegularExpressions;

namespace Auth0Connector.Cli.Tests.Jobs;

/// <summary>A strict reader of Prometheus' text format: what it does not know, or what stands twice, fails the test.</summary>
internal static partial class MetricsReader
{
    /// <summary>Every sample by its name and labels.</summary>
    public static IReadOnlyDictionary<string, double> Read(string text)
    {
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        var samples = new Dictionary<string, double>(StringComparer.Ordinal);
        var (helped, typed) = (string.Empty, string.Empty);
        var families = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in text[..^1].Split('\n'))
        {
            if (Help().Match(line) is { Success: true } help)
            {
                helped = help.Groups[1].Value;
                Assert.True(families.Add(helped), $"{helped} stands twice");
            }
            else if (Type().Match(line) is { Success: true } type)
            {
                typed = type.Groups[1].Value;
                Assert.Equal(helped, typed);
            }
            else
            {
                var sample = Sample().Match(line);
                Assert.True(sample.Success, $"no sample: {line}");
                Assert.Equal(typed, sample.Groups[1].Value);
                Assert.True(samples.TryAdd(sample.Groups[1].Value + sample.Groups[2].Value, double.Parse(sample.Groups[3].Value, CultureInfo.InvariantCulture)), $"twice: {line}");
            }
        }

        return samples;
    }

    [GeneratedRegex(@"^# HELP ([a-z][a-z0-9_]*) ([^\\]+)$")]
    private static partial Regex Help();

    [GeneratedRegex(@"^# TYPE ([a-z][a-z0-9_]*) gauge$")]
    private static partial Regex Type();

    [GeneratedRegex("""^([a-z][a-z0-9_]*)(\{[a-z_]+="(?:[^"\\]|\\[\\"n])*"(?:,[a-z_]+="(?:[^"\\]|\\[\\"n])*")*\}) ([0-9.]+)$""")]
    private static partial Regex Sample();
}
