using Auth0Connector.AccessFile.Staging;
using Auth0Connector.Cli.Jobs;
using Auth0Connector.Cli.Logging;
using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;
using Auth0Connector.Cli.Sync;
using Auth0Connector.Cli.Tenant;
using Auth0Connector.ManagementApi.Options;
using Auth0Connector.ManagementApi.Pacing;
using Auth0Connector.MockTenant;
using Auth0Connector.Sync.Settings;

namespace Auth0Connector.Cli.MockTenant;

/// <summary>Starts a mock tenant in this process and reads it over HTTP, so that anybody can see a sync without a tenant.</summary>
internal static class DemoCommand
{
    /// <summary>People in the demonstration's tenant; beyond the 1000 records of one search, so that the export job is in play.</summary>
    public const int Users = 2_400;

    /// <summary>What it is called, which settings it has and what it does.</summary>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "demo",
        Summary = "Reads a mock tenant into ./sync.c1z: no tenant, no credentials, no network.",
        Settings =
        [
            DemoFlags.Permissions, DemoFlags.UserPermissions, SyncFlags.Expand, DemoFlags.File, DemoFlags.Force, JobFlags.MetricsFile, OutputFlags.Form, PaceFlags.Concurrency, .. LogFlags.All,
        ],
        Examples = [("auth0-connector demo -f demo.c1z", "leave the file under another name")],
        Run = RunAsync,
    };

    /// <summary>Runs it.</summary>
    public static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (session, settings) = (context.Session, context.Settings);
        var host = session.Host;
        var name = settings.Text(DemoFlags.File)!;
        var target = TargetFile.CheckReplaced("--file", name, "sync.c1z", host);
        if (File.Exists(target) && !settings.IsOn(DemoFlags.Force))
        {
            throw new UsageException($"--file: '{Printable.Short(name)}' exists already; choose another name with -f, or replace it with --force");
        }

        var job = JobPlan.Read(settings, host, ("--file", target), ("--log-path", context.ReadLog().Path));
        var loggers = context.OpenLog();
        await using var tenant = await MockTenantServer.StartAsync(new MockTenantOptions { Users = Users - MockTenantOptions.CastSize, Cast = true }, cancellationToken);
        var plan = Plan(settings, tenant, target);
        var code = await WatchedSync.RunAsync(plan, job, session, loggers, cancellationToken);
        if (plan.Form == OutputForm.Table && code == ExitCodes.Complete)
        {
            TellWhatNext(session, name);
        }

        return code;
    }

    private static CheckedSync Plan(ResolvedSettings settings, MockTenantServer tenant, string target) => new(
        new ManagementApiOptions
        {
            BaseUrl = tenant.BaseUrl,
            ClientId = tenant.Options.ClientId,
            Credential = new ClientCredential.Secret(tenant.Options.ClientSecret),
            Pace = new PaceOptions { MaxConcurrency = settings.Number(PaceFlags.Concurrency) },
        },
        new SyncSettings
        {
            TargetPath = target,
            Permissions = settings.IsOn(DemoFlags.Permissions),
            UserPermissions = settings.IsOn(DemoFlags.UserPermissions),
            Expand = CheckedSync.ReadExpand(settings),
            // Every demonstration has a tenant of its own, whose port says nothing about it.
            Keeping = new StagingOptions { Resume = false },
            ProgramVersion = ProgramVersion.Text,
        },
        OutputForms.Read(settings));

    private static void TellWhatNext(Session session, string name)
    {
        var file = name == DemoFlags.File.Default ? string.Empty : $" -f {Quoted(name)}";
        (string Command, string What)[] commands =
        [
            ($"auth0-connector report{file}", "all of it as one page: open report.html in a browser"),
            ($"auth0-connector findings{file}", "what should not be there"),
            ($"auth0-connector access --user ada@example.com{file}", "everything that Ada reaches, and how"),
            ($"auth0-connector who --role Admin{file}", "everybody who is Admin, and how"),
            ($"auth0-connector explain --user grace@example.com --permission read:invoices{file}", "every way from one to the other"),
            ($"auth0-connector completeness{(file.Length > 0 ? file : " -f " + Quoted(name))}", "the proof that it is whole"),
            ("auth0-connector mock-tenant --help", "a tenant to practise on, with faults and limits as you like"),
            ("auth0-connector --help", "how to read your own tenant"),
            ($"baton resources -f {Quoted(name)}", "look into the file with the ecosystem's own reader"),
        ];
        var width = Math.Min(60, commands.Max(command => command.Command.Length));
        session.Consoles.WriteResult(string.Empty);
        session.Consoles.WriteResult("What to try next:");
        foreach (var (command, what) in commands)
        {
            session.Consoles.WriteResult($"  {command.PadRight(width)}  # {what}");
        }
    }

    // As a shell takes it, so that the line can be copied.
    private static string Quoted(string name) =>
        name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-' or '/') && !name.StartsWith('-')
            ? name
            : $"'{Printable.Of(name).Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
