using Auth0Connector.Cli.Tests.Support;

namespace Auth0Connector.Cli.Tests.Safety.Targets;

/// <summary>One rule for every file that a command line names to be written.</summary>
public sealed class EveryOutputTests : IDisposable
{
    private readonly Workspace _workspace = new Workspace().WithTenant();

    public EveryOutputTests() => new SampleTenant().Write(_workspace.PathOf("source.c1z"));

    public void Dispose() => _workspace.Dispose();

    public static TheoryData<string> Outputs() =>
    [
        "-f",
        "--log-path",
        "demo -f",
        "demo -f new.c1z --log-path",
        "export csv -f source.c1z --out",
        "export xlsx -f source.c1z --out",
        "export jsonl -f source.c1z --out",
        "export sqlite -f source.c1z --out",
        "export parquet -f source.c1z --out",
        "export c1z -f source.c1z --out",
        "report -f source.c1z --out",
        "expand -f source.c1z --out",
        "grant --user ada@example.com --role Admin --journal",
        "grant --user ada@example.com --role Admin --for 8h --ledger",
        "revoke --user ada@example.com --role Admin --journal",
        "revoke --expired --ledger",
        "account disable --user ada@example.com --journal",
        "--create-account-email ada@example.com --journal",
    ];

    [Theory]
    [MemberData(nameof(Outputs))]
    public async Task A_device_and_a_link_to_nothing_are_refused_and_left(string command)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        File.CreateSymbolicLink(_workspace.PathOf("link"), "/dev/full");
        File.CreateSymbolicLink(_workspace.PathOf("dangling"), "nothing");
        foreach (var (name, word) in (IEnumerable<(string, string)>)[("/dev/full", "is a device"), ("link", "is a device"), ("dangling", "is a link to nothing")])
        {
            // A ledger that is not there is only looked for, which a link to nothing is the same as.
            if (name == "dangling" && command.EndsWith("--ledger", StringComparison.Ordinal) && !command.Contains("--for", StringComparison.Ordinal))
            {
                continue;
            }

            var result = await _workspace.RunAsync([.. command.Split(' '), name]);

            Assert.True(result.ExitCode == 13, $"{command} {name}: {result.ExitCode} {result.Error}");
            Assert.Contains(word, result.ErrorLine, StringComparison.Ordinal);
            Assert.Equal(["dangling", "link", "source.c1z"], Directory.GetFileSystemEntries(_workspace.Directory).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        }

        Assert.Equal("/dev/full", new FileInfo(_workspace.PathOf("link")).LinkTarget);
    }

    [Theory]
    [InlineData("demo --log-level error -f link --force")]
    [InlineData("export c1z -f source.c1z --out link --force")]
    [InlineData("export csv -f source.c1z --out link --force")]
    [InlineData("report -f source.c1z --out link --force")]
    [InlineData("demo -f new.c1z --log-format console --log-path link")]
    public async Task A_link_stays_a_link_and_the_file_behind_it_is_written(string command)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Directory.CreateDirectory(_workspace.PathOf("folder"));
        File.Copy(_workspace.PathOf("source.c1z"), _workspace.PathOf("folder/real"));
        File.CreateSymbolicLink(_workspace.PathOf("link"), "folder/real");
        var before = await File.ReadAllBytesAsync(_workspace.PathOf("folder/real"));

        var result = await _workspace.RunAsync(command.Split(' '));

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Equal("folder/real", new FileInfo(_workspace.PathOf("link")).LinkTarget);
        Assert.NotEqual(before, await File.ReadAllBytesAsync(_workspace.PathOf("folder/real")));
        Assert.Equal(["real"], Directory.GetFileSystemEntries(_workspace.PathOf("folder")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_sync_through_a_link_keeps_its_lock_and_working_file_beside_the_real_file()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await using var bench = await TenantBench.StartAsync();
        Directory.CreateDirectory(bench.Workspace.PathOf("folder"));
        Assert.Equal(0, (await bench.Workspace.RunAsync("-f", "folder/real.c1z")).ExitCode);
        File.CreateSymbolicLink(bench.Workspace.PathOf("link.c1z"), "folder/real.c1z");
        using var held = AccessFile.Staging.TargetLock.Take(bench.Workspace.PathOf("folder/real.c1z"), TimeProvider.System);

        var result = await bench.Workspace.RunAsync("-f", "link.c1z");

        Assert.Equal(15, result.ExitCode);
        Assert.Equal(["folder", "link.c1z"], Directory.GetFileSystemEntries(bench.Workspace.Directory).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }
}
