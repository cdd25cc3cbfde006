using Auth0Connector.Cli.Doctor;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Serve;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;
using Auth0Connector.Cli.Sync;

namespace Auth0Connector.Cli.Setup;

/// <summary>Brings a person, or a script, from an Auth0 tenant to a profile with which a sync runs.</summary>
internal static class SetupCommand
{
    /// <summary>What it is called, which settings it has and what it does.</summary>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "setup",
        Summary = "Asks for what a sync needs, says how to make the application, and writes a profile.",
        Settings = SetupFlags.All,
        Examples =
        [
            ("auth0-connector setup", "asks for everything"),
            ("auth0-connector setup --auth0-base-url acme.eu.auth0.com --print-application", "only how to make the application"),
            ("auth0-connector setup --auth0-base-url acme.eu.auth0.com --auth0-client-id ID --auth0-client-secret-file FILE --profile prod --sync", "in a script; asks nothing"),
        ],
        Sources = SettingSources.FlagsAndVariables,
        ReadsLogLate = true,
        Run = RunAsync,
    };

    /// <summary>Runs it.</summary>
    public static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (session, settings) = (context.Session, context.Settings);
        var interview = new Interview(context);
        if (settings.IsOn(SetupFlags.PrintApplication))
        {
            var given = settings.Given(SetupFlags.BaseUrl) ?? throw new UsageException("--print-application: name the tenant with --auth0-base-url");
            foreach (var line in interview.Guide(DashboardAddress.Tenant(given), publicKey: null).Lines())
            {
                session.Consoles.WriteResult(line);
            }

            return ExitCodes.Complete;
        }

        var questions = new Questions(session);
        var answers = interview.Run();
        var files = new ProfileFiles(session.Host, answers);
        DemandFree(files, settings, questions);
        var isDefault = files.Write(settings.IsOn(SetupFlags.Default));
        session.Consoles.WriteResult(Printable.Of($"Wrote profile {answers.Profile} to {files.ConfigName}{(isDefault ? ", as the default" : $"; --profile {answers.Profile} asks for it")}"));
        if (files.CredentialPath is { } path)
        {
            session.Consoles.WriteResult(Printable.Of($"Wrote {UserConfig.Shown(session.Host, path)}, readable by you alone"));
        }

        session.Consoles.WriteResult("");
        var code = await ProfileRun.RunAsync(session, DoctorCommand.Definition, answers.Profile, SyncFlags.WithEcosystem, cancellationToken);
        if (code != ExitCodes.Complete)
        {
            session.Consoles.WriteError($"note: the profile stays; mend what is marked, and see with 'auth0-connector doctor --profile {answers.Profile}'");
            return code;
        }

        if (!settings.IsOn(SetupFlags.FirstSync) && !(questions.CanAsk && questions.Confirm("Run the first sync now?", usual: true)))
        {
            session.Consoles.WriteResult($"Next: auth0-connector{(isDefault ? string.Empty : $" --profile {answers.Profile}")}");
            return ExitCodes.Complete;
        }

        return await ProfileRun.RunAsync(session, ServeCommand.Definition, answers.Profile, SyncFlags.WithEcosystem, cancellationToken);
    }

    private static void DemandFree(ProfileFiles files, ResolvedSettings settings, Questions questions)
    {
        var present = files.Present();
        if (present.Count == 0 || settings.IsOn(SetupFlags.Force))
        {
            return;
        }

        var what = string.Join(" and ", present);
        if (!questions.CanAsk)
        {
            throw new UsageException($"setup: {what} {(present.Count == 1 ? "is" : "are")} there already; --force replaces, --profile gives another name");
        }

        if (!questions.Confirm($"Replace {what}?", usual: false))
        {
            throw new UsageException("setup: nothing was written; --profile gives another name");
        }
    }
}
