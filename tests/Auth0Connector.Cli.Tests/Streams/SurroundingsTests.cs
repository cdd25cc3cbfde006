using Auth0Connector.Cli.Tests.Safety;

namespace Auth0Connector.Cli.Tests.Streams;

/// <summary>A working directory that is gone, a limit on the size of files, a library that is missing.</summary>
public sealed class SurroundingsTests
{
    [Theory]
    [InlineData("--version", 0)]
    [InlineData("--help", 0)]
    [InlineData("stats -f \"$SOURCE\"", 0)]
    [InlineData("export csv -f \"$SOURCE\" --out \"$SOURCE.csv\"", 0)]
    [InlineData("--log-level error -f \"$SOURCE.new\"", 0)]
    [InlineData("stats", 2)]
    [InlineData("demo", 2)]
    [InlineData("--log-level error", 2)]
    public async Task A_working_directory_that_is_gone_matters_to_relative_paths_only(string line, int code)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await using var bench = await TenantBench.StartAsync();
        new SampleTenant().Write(bench.Target);
        bench.Workspace.Variables["SOURCE"] = bench.Target;

        var result = await RealProcess.RunShellAsync(bench.Workspace, $"mkdir gone; cd gone; rmdir ../gone; $PROGRAM {line}");

        Assert.True(result.ExitCode == code, result.Error);
        Assert.Equal(
            code == 0 ? "" : "error: 'sync.c1z' is a relative path, and the working directory does not exist any more; change to one that does, or give absolute paths",
            result.Error.Trim());
    }

    [Theory]
    [InlineData(0, "--version >out")]
    [InlineData(1, "--help >out")]
    [InlineData(1, "grants >out")]
    [InlineData(2, "export csv --out new.csv")]
    [InlineData(2, "export sqlite --out new.sqlite")]
    [InlineData(8, "export c1z --out new.c1z")]
    [InlineData(2, "report --out new.html")]
    [InlineData(2, "expand --out new.c1z")]
    [InlineData(16, "--log-level error -f new.c1z")]
    public async Task A_limit_on_the_size_of_files_is_a_line_and_a_code(int kibibytes, string line)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        await using var bench = await TenantBench.StartAsync();
        new SampleTenant().Write(bench.Target);

        // The runtime itself makes large files in memory otherwise.
        var result = await RealProcess.RunShellAsync(bench.Workspace, $"export DOTNET_EnableWriteXorExecute=0; ulimit -f {kibibytes}; $PROGRAM {line}");

        Assert.True(result.ExitCode == 13, $"{result.ExitCode}: {result.Error}");
        Assert.StartsWith("error: ", result.ErrorLine, StringComparison.Ordinal);
        Assert.DoesNotContain("bug of ours", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_that_cannot_grow_is_said_once_and_the_run_goes_on()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        await using var bench = await TenantBench.StartAsync();
        await File.WriteAllBytesAsync(bench.Workspace.PathOf("sync.log"), new byte[20_000_000]);

        var result = await RealProcess.RunShellAsync(
            bench.Workspace, "export DOTNET_EnableWriteXorExecute=0; ulimit -f 19000; $PROGRAM -f new.c1z --log-path sync.log --log-format console");

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Single(result.Error.Split('\n'), text => text.StartsWith("warning: the log '", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("stats -f sync.c1z")]
    [InlineData("--log-level error -f new.c1z")]
    [InlineData("completeness -f sync.c1z")]
    public async Task A_library_that_is_missing_is_named(string line)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        await using var bench = await TenantBench.StartAsync();
        new SampleTenant().Write(bench.Target);

        var result = await RealProcess.RunShellAsync(
            bench.Workspace,
            $"cp -r '{AppContext.BaseDirectory}' copy; find copy -name 'libe_sqlite3*' -delete; dotnet copy/auth0-connector.dll {line}");

        Assert.True(result.ExitCode == 13, result.Error);
        Assert.StartsWith("error: libe_sqlite3.so is missing beside the program", result.ErrorLine, StringComparison.Ordinal);
        Assert.Contains("copy all files of the program", result.ErrorLine, StringComparison.Ordinal);
    }
}
