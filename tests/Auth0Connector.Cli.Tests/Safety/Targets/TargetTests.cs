namespace Auth0Connector.Cli.Tests.Safety.Targets;

/// <summary>What stands in a target's place and is none of ours stays as it is, and is told before anything is read.</summary>
public sealed class TargetTests
{
    private static readonly string[] Commands =
        ["--log-level error -f", "demo --force --log-level error -f", "export csv -f source.c1z --out", "report -f source.c1z --out"];

    public static TheoryData<int, string> Rows()
    {
        var rows = new TheoryData<int, string>();
        for (var index = 0; index < TargetCase.ForBoth.Count; index++)
        {
            rows.Add(index, TargetCase.ForBoth[index].ToString());
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task What_stands_in_the_way_is_refused_and_untouched(int index, string title)
    {
        // Mounts and other users' files are made by the super-user, as whom CI runs.
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            return;
        }

        var target = TargetCase.ForBoth[index];
        await using var tenant = await TenantBench.StartAsync();
        using var bench = await TargetBench.StartAsync(target, tenant.Workspace.Variables);
        foreach (var command in Commands.Take(target.IsOfSync ? 2 : Commands.Length))
        {
            var (result, before, after) = await bench.RunAsync($"{command} {target.Target}");

            Assert.True(result.ExitCode == Code(target, command), $"{title}: {command}: {result.ExitCode} {result.Error}");
            Assert.StartsWith("error: ", result.Error, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', result.Error.Trim());
            Assert.DoesNotContain("bug of ours", result.Error, StringComparison.Ordinal);
            Assert.Empty(result.Out.Trim());
            Assert.Equal(before, after);
        }

        Assert.Equal(0, tenant.Tenant.Requests.Total);
    }

    // A regular file is not replaced by an export unless that is asked for, which is a matter of the command line.
    private static int Code(TargetCase target, string command) =>
        target.IsFile && !command.Contains("--log-level", StringComparison.Ordinal) ? 2 : 13;
}
