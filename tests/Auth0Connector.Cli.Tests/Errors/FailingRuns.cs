using System.Runtime.InteropServices;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Shell;
using Auth0Connector.Cli.Tests.Safety;
using Auth0Connector.MockTenant;

namespace Auth0Connector.Cli.Tests.Errors;

/// <summary>A real run that fails for each kind of failure.</summary>
internal static class FailingRuns
{
    /// <summary>A tenant that makes a sync fail in this way.</summary>
    public static MockTenantOptions Options(string way)
    {
        var options = new MockTenantOptions { Users = 12, Roles = 2, Organizations = 2, Groups = 0, Oddities = false };
        return way switch
        {
            "credentials-refused" => options with { Script = static _ => MockFault.Unauthorized() },
            "permission-missing" => options with { Scopes = ["read:users"] },
            "incomplete" => options with { Script = static request => request.Endpoint == "GET /roles" ? MockFault.NotFound() : null },
            "locked" => options with { Script = static request => request.Endpoint == "GET /roles" ? MockFault.Delay(TimeSpan.FromMinutes(10)) : null },
            _ => options,
        };
    }

    /// <summary>Fails, and gives the exit code and the lines on standard error.</summary>
    public static async Task<(int Code, string[] Lines)> FailAsync(TenantBench bench, string way, string form)
    {
        string[] asked = form switch
        {
            "log" => ["--log-format", "json"],
            "output" => ["-o", "json"],
            "path" => ["--log-format", "console", "--log-path", "run.log"],
            "console" => ["--log-format", "console"],
            _ => [],
        };
        using var holder = way == "locked" ? RealProcess.Start(bench.Workspace) : null;
        while (holder is not null && bench.Tenant.Requests.CountOf("GET /roles") == 0)
        {
            await Task.Delay(10);
        }

        var result = await RunAsync(bench, way, [.. Arguments(bench, way), .. asked]);
        holder?.Kill();
        return result;
    }

    private static string[] Arguments(TenantBench bench, string way)
    {
        switch (way)
        {
            case "usage":
                return ["resources", "--sort", "no-such-column", "-f", Sample(bench)];
            case "unknown-flag":
                return ["resources", "--no-such-flag"];
            case "file":
                return ["resources", "-f", "none.c1z"];
            case "output" or "bug":
                return ["stats", "-f", Sample(bench)];
            case "tenant-unavailable":
                bench.Workspace.Variables["BATON_AUTH0_BASE_URL"] = "https://no-such-tenant.invalid";
                return [];
            default:
                return [];
        }
    }

    private static string Sample(TenantBench bench)
    {
        new SampleTenant().Write(bench.Target);
        return bench.Target;
    }

    private static async Task<(int Code, string[] Lines)> RunAsync(TenantBench bench, string way, string[] arguments)
    {
        using var output = way switch
        {
            "output" => new BrokenWriter(new OutputException("standard output is closed")),
            "bug" => new BrokenWriter(new InvalidOperationException("nobody thought of this")),
            _ => new StringWriter(),
        };
        using var error = new StringWriter();
        using var session = new Session(bench.Workspace.Host(output, TextWriter.Synchronized(error)));
        if (way == "interrupted")
        {
            session.Interruption.Receive(PosixSignal.SIGINT);
        }

        var code = await CommandLine.RunAsync(arguments, session);
        return (code, error.ToString().TrimEnd('\n').Split('\n'));
    }

    /// <summary>A standard output that fails.</summary>
    private sealed class BrokenWriter(Exception failure) : StringWriter
    {
        public override void Write(char value) => throw failure;

        public override void Write(string? value) => throw failure;

        public override void WriteLine(string? value) => throw failure;

        public override void Write(char[] buffer, int index, int count) => throw failure;

        public override void Write(ReadOnlySpan<char> buffer) => throw failure;
    }
}
