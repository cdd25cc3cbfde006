using System.Text.RegularExpressions;

namespace Auth0Connector.Architecture.Tests;

/// <summary>Scripts say where they failed, and do not fail by chance.</summary>
public sealed partial class ScriptTests
{
    private static IEnumerable<string> Scripts =>
        new[] { ".ci", "build", "tests/packaging", "tests/object-store" }
            .SelectMany(static folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*", SearchOption.AllDirectories))
            .Where(static file => File.ReadLines(file).FirstOrDefault()?.StartsWith("#!", StringComparison.Ordinal) == true && File.ReadLines(file).First().EndsWith("bash", StringComparison.Ordinal));

    [Fact]
    public void Every_script_ends_at_the_first_failure_and_names_its_line() =>
        Demand.None(Scripts.Where(static file => !File.ReadAllText(file).Contains("set -Eeuo pipefail\ntrap 'echo \"$0, line $LINENO: $BASH_COMMAND: failed\" >&2' ERR\n", StringComparison.Ordinal)));

    [Fact]
    public void No_script_reads_half_of_a_pipe() => Demand.None(Scripts.SelectMany(HalfRead));

    [Theory]
    [InlineData("ldconfig -p | awk '$1 == name { print $NF; exit }'")]
    [InlineData("tar --version | grep -q GNU")]
    [InlineData("sed -n 's/a/b/p' file | head -1")]
    [InlineData("find . | sed 5q")]
    [InlineData("find . | grep -m1 x")]
    public void A_reader_that_leaves_early_is_seen(string line) => Assert.Matches(LeavesEarly(), line);

    [Theory]
    [InlineData("grep -q GNU file")]
    [InlineData("find . | awk 'NR == 1 { print $4 }'")]
    [InlineData("find . | sed -E 's/q/p/'")]
    public void A_reader_that_reads_to_the_end_is_not(string line) => Assert.DoesNotMatch(LeavesEarly(), line);

    private static IEnumerable<string> HalfRead(string file) =>
        File.ReadLines(file).Where(static line => !line.TrimStart().StartsWith('#') && LeavesEarly().IsMatch(line)).Select(line => $"{file}: {line.Trim()}");

    // Under pipefail the writer's SIGPIPE fails the whole pipe, and whether it comes is a matter of timing.
    [GeneratedRegex(@"\|\s*(head\b|grep\s+(-\w*[qm]|--quiet|--max-count)|awk\b.*\bexit\b|sed\s+(-n\s+)?'?\d*q\b)")]
    private static partial Regex LeavesEarly();
}
