using Auth0Connector.MockTenant;

namespace Auth0Connector.Cli.Tests.Safety;

/// <summary>Signals and locks between real processes.</summary>
public sealed class InterruptionTests
{
    private const string Members = "GET /organizations/{id}/members";

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task A_signal_ends_a_sync_that_waits_for_ten_minutes_and_the_next_run_goes_on(string signal, int code)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var hangs = true;
        await using var bench = await TenantBench.StartAsync(new MockTenantOptions
        {
            Users = 40,
            Script = request => hangs && request.Endpoint == Members ? MockFault.Delay(TimeSpan.FromMinutes(10)) : null,
        });
        using var process = RealProcess.Start(bench.Workspace);
        await AskedAsync(bench, Members);
        process.Signal(signal);

        var stopped = await process.EndAsync();

        Assert.Equal(code, stopped.ExitCode);
        Assert.Contains("sync.c1z.partial, where the next run goes on", stopped.ErrorLine, StringComparison.Ordinal);
        hangs = false;
        var users = bench.Tenant.Requests.CountOf("GET /users");
        var next = await bench.Workspace.RunAsync("-o", "json");
        Assert.Equal(0, next.ExitCode);
        Assert.Contains("\"resumed\":true", next.Out, StringComparison.Ordinal);
        Assert.Equal(users, bench.Tenant.Requests.CountOf("GET /users"));
    }

    [Fact]
    public async Task The_second_sync_of_a_file_is_told_who_holds_it_and_a_killed_one_holds_nothing()
    {
        var hangs = true;
        await using var bench = await TenantBench.StartAsync(new MockTenantOptions
        {
            Users = 40,
            Script = request => hangs && request.Endpoint == Members ? MockFault.Delay(TimeSpan.FromMinutes(10)) : null,
        });
        using var first = RealProcess.Start(bench.Workspace);
        await AskedAsync(bench, Members);

        var second = await bench.Workspace.RunAsync();

        Assert.Equal(15, second.ExitCode);
        Assert.Contains($"(process {first.Id}, since 20", second.ErrorLine, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', second.Error.TrimEnd());
        Assert.Equal(1, bench.Tenant.Requests.CountOf("POST /oauth/token"));

        first.Kill();
        await first.EndAsync();
        Assert.True(File.Exists(bench.Target + ".lock"));
        hangs = false;
        Assert.Equal(0, (await bench.Workspace.RunAsync()).ExitCode);
        Assert.Equal(["sync.c1z"], Directory.GetFiles(bench.Workspace.Directory).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_failure_says_that_what_was_read_is_kept()
    {
        await using var bench = await TenantBench.StartAsync(new MockTenantOptions
        {
            Users = 40,
            Script = request => request.Endpoint == Members ? MockFault.Unauthorized() : null,
        });

        var result = await bench.Workspace.RunAsync("--log-format", "console");

        Assert.Equal(10, result.ExitCode);
        Assert.Contains("what was read is kept in sync.c1z.partial", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Starting_over_is_said_with_its_reason()
    {
        var refuses = true;
        await using var bench = await TenantBench.StartAsync(new MockTenantOptions
        {
            Users = 40,
            Script = request => refuses && request.Endpoint == Members ? MockFault.Unauthorized() : null,
        });
        await bench.Workspace.RunAsync();
        refuses = false;

        var result = await bench.Workspace.RunAsync("--log-format", "console", "--users-via", "search");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("starting over: an earlier run had other settings (users-via=auto)", result.Error, StringComparison.Ordinal);
    }

    private static async Task AskedAsync(TenantBench bench, string endpoint)
    {
        while (bench.Tenant.Requests.CountOf(endpoint) == 0)
        {
            await Task.Delay(10);
        }
    }
}
