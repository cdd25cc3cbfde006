using Auth0Connector.AccessFile.Staging;
using Auth0Connector.Cli.Errors;
using Auth0Connector.Cli.Logging;
using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Settings;
using Auth0Connector.ManagementApi.Options;
using Auth0Connector.ManagementApi.Pacing;
using Auth0Connector.MockTenant;
using Auth0Connector.Sync.Settings;

namespace Auth0Connector.Cli.Commands;

/// <summary>Starts a mock tenant in this process and reads it over HTTP, so that anybody can see a sync without a tenant.</summary>
internal static class DemoCommand
{
    /// <summary>People in the demonstration's tenant; beyond the 1000 records of one search, so that the export job is in play.</summary>
    public const int Users = 2_400;

    /// <summary>Runs it.</summary>
    public static async Task<int> RunAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var host = session.Host;
        var settings = new SettingResolver(host).ForSideCommand(DemoTable.All, invocation.Flags);
        var logSettings = LogSettings.Read(settings, host);
        session.ShowStackTraces = logSettings.IsDebug;
        var name = settings.Text(SettingTable.File)!;
        var target = TargetFile.CheckReplaced("--file", name, "sync.c1z", host);
        if (File.Exists(target) && !settings.IsOn(DemoTable.Force))
        {
            throw new ConfigurationException($"--file: '{SettingCheck.Shown(name)}' exists already; choose another name with -f, or replace it with --force");
        }

        using var logs = Logs.Open(logSettings, session.Consoles, session.Mask);
        await using var tenant = await MockTenantServer.StartAsync(new MockTenantOptions { Users = Users - MockTenantOptions.CastSize, Cast = true }, cancellationToken);
        var plan = Plan(settings, tenant, target);
        var code = await SyncRun.RunAsync(plan, session, logs.Factory, cancellationToken);
        if (plan.Form == OutputForm.Table && code == ExitCodes.Complete)
        {
            TellWhatNext(session, name);
        }

        return code;
    }

    private static SyncPlan Plan(ResolvedSettings settings, MockTenantServer tenant, string target) => new(
        new ManagementApiOptions
        {
            BaseUrl = tenant.BaseUrl,
            ClientId = tenant.Options.ClientId,
            Credential = new ClientCredential.Secret(tenant.Options.ClientSecret),
            Pace = new PaceOptions { MaxConcurrency = settings.Number(SettingTable.Concurrency) },
        },
        new SyncSettings
        {
            TargetPath = target,
            Permissions = settings.IsOn(DemoTable.Permissions),
            UserPermissions = settings.IsOn(DemoTable.UserPermissions),
            Expand = SyncPlan.ReadExpand(settings),
            // Every demonstration has a tenant of its own, whose port says nothing about it.
            Keeping = new StagingOptions { Resume = false },
            ProgramVersion = ProgramVersion.Text,
        },
        SyncPlan.ReadForm(settings));

    private static void TellWhatNext(Session session, string name)
    {
        var file = name == SettingTable.File.Default ? string.Empty : $" -f {Quoted(name)}";
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
