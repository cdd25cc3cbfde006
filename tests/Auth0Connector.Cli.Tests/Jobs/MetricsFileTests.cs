using Auth0Connector.Cli.Jobs;
using Auth0Connector.Cli.Tests.Safety;
using Auth0Connector.Cli.Tests.Support;
using Auth0Connector.MockTenant;

namespace Auth0Connector.Cli.Tests.Jobs;

/// <summary>What a run leaves for the collector of metrics, however it ends.</summary>
public sealed class MetricsFileTests
{
    private const string Tenant = """{tenant="127.0.0.1"}""";
    private const string LastSuccess = "auth0_connector_last_success_timestamp_seconds" + Tenant;
    private const string LastRun = "auth0_connector_last_run_timestamp_seconds" + Tenant;
    private const string Code = "auth0_connector_last_run_exit_code" + Tenant;
    private const string Members = "GET /organizations/{id}/members";

    [Fact]
    public async Task A_success_leaves_what_the_summary_says_for_everybody_to_read()
    {
        await using var bench = await TenantBench.StartAsync();

        var result = await bench.Workspace.RunAsync("--metrics-file", "a.prom", "-o", "json");

        Assert.Equal(0, result.ExitCode);
        using var summary = System.Text.Json.JsonDocument.Parse(result.Out);
        var samples = Read(bench);
        Assert.Equal(0, samples[Code]);
        Assert.Equal(samples[LastRun], samples[LastSuccess]);
        Assert.Equal(summary.RootElement.GetProperty("requests").GetInt64(), samples["auth0_connector_last_run_requests" + Tenant]);
        Assert.Equal(12, samples["""auth0_connector_resources{tenant="127.0.0.1",resource_type="user"}"""]);
        Assert.Equal(
            summary.RootElement.GetProperty("totals").GetProperty("grants").GetInt64(),
            samples.Where(static sample => sample.Key.StartsWith("auth0_connector_grants{", StringComparison.Ordinal)).Sum(static sample => sample.Value));
        Assert.Contains(samples, static sample => sample.Key.StartsWith("auth0_connector_findings{", StringComparison.Ordinal));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead,
                File.GetUnixFileMode(bench.Workspace.PathOf("a.prom")));
        }

        Assert.Equal(["a.prom", "sync.c1z"], Directory.GetFiles(bench.Workspace.Directory).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_failure_keeps_when_the_last_success_was_and_makes_nothing_up()
    {
        var refuses = false;
        await using var bench = await TenantBench.StartAsync(new MockTenantOptions
        {
            Users = 12,
            Script = request => refuses && request.Endpoint == Members ? MockFault.Unauthorized() : null,
        });
        await bench.Workspace.RunAsync("--metrics-file", "a.prom");
        var former = Read(bench);
        refuses = true;

        var result = await bench.Workspace.RunAsync("--metrics-file", "a.prom");

        var samples = Read(bench);
        Assert.Equal(10, result.ExitCode);
        Assert.Equal(10, samples[Code]);
        Assert.Equal(former[LastSuccess], samples[LastSuccess]);
        Assert.True(samples[LastRun] > former[LastRun]);
        Assert.True(samples["auth0_connector_last_run_requests" + Tenant] > 0);
        Assert.DoesNotContain(samples, static sample => sample.Key.StartsWith("auth0_connector_resources", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_any_success_there_is_no_time_of_one()
    {
        await using var bench = await TenantBench.StartAsync();
        bench.Workspace.Variables["BATON_AUTH0_CLIENT_SECRET"] = "another";

        await bench.Workspace.RunAsync("--metrics-file", "a.prom");

        var samples = Read(bench);
        Assert.Equal(10, samples[Code]);
        Assert.DoesNotContain(LastSuccess, samples);
    }

    [Theory]
    [InlineData("KILL")]
    [InlineData("TERM")]
    public async Task A_run_that_is_stopped_never_loses_the_last_success(string signal)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var hangs = false;
        await using var bench = await TenantBench.StartAsync(new MockTenantOptions
        {
            Users = 12,
            Script = request => hangs && request.Endpoint == Members ? MockFault.Delay(TimeSpan.FromMinutes(10)) : null,
        });
        await bench.Workspace.RunAsync("--metrics-file", "a.prom");
        var former = Read(bench);
        var asked = bench.Tenant.Requests.CountOf(Members);
        hangs = true;
        using var process = RealProcess.Start(bench.Workspace, "--metrics-file", "a.prom", "--on-failure", "/bin/touch told");
        while (bench.Tenant.Requests.CountOf(Members) == asked)
        {
            await Task.Delay(10);
        }

        process.Signal(signal);
        await process.EndAsync();

        var samples = Read(bench);
        Assert.Equal(signal == "KILL" ? 0 : 143, samples[Code]);
        Assert.Equal(former[LastSuccess], samples[LastSuccess]);
        Assert.False(File.Exists(bench.Workspace.PathOf("told")));
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_any_more_is_a_warning()
    {
        Workspace? folder = null;
        await using var bench = await TenantBench.StartAsync(new MockTenantOptions
        {
            Users = 12,
            Script = _ =>
            {
                // Gone while the sync runs, so that the check before it found nothing wrong.
                if (Directory.Exists(folder!.PathOf("metrics")))
                {
                    Directory.Delete(folder.PathOf("metrics"));
                }

                return null;
            },
        });
        folder = bench.Workspace;
        Directory.CreateDirectory(folder.PathOf("metrics"));

        var result = await bench.Workspace.RunAsync("--metrics-file", "metrics/a.prom");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("the metrics were not written to metrics/a.prom", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_label_holds_comes_out_as_it_went_in()
    {
        var text = new MetricsText("tenant", "a\\b\"c\nd|日本");
        text.Gauge("x", "Help.", 1.5);

        Assert.Equal(("""x{tenant="a\\b\"c\nd|日本"}""", 1.5), Assert.Single(MetricsReader.Read(text.ToString()).Select(static sample => (sample.Key, sample.Value))));
    }

    private static IReadOnlyDictionary<string, double> Read(TenantBench bench) => MetricsReader.Read(File.ReadAllText(bench.Workspace.PathOf("a.prom")));
}
