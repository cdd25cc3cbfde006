using Auth0Connector.Cli.Commands;
using Auth0Connector.Cli.Files;
using Auth0Connector.Cli.Help;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli;

/// <summary>The program: one command line in, one exit code out.</summary>
internal static class CommandLine
{
    /// <summary>Runs a command line in the given surroundings.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Host host)
    {
        // Asked for by scripts before anything else: answered before anything else is built.
        if (arguments is ["--version" or "-v"])
        {
            return WriteVersion(host);
        }

        using var session = new Session(host);
        session.Interruption.Listen(session.Consoles.WriteError);
        return await RunAsync(arguments, session);
    }

    private static int WriteVersion(Host host)
    {
        try
        {
            host.Out.WriteLine(ProgramVersion.Line);
            return ExitCodes.Complete;
        }
        catch (OutputException failure)
        {
            host.Error.WriteLine($"error: {failure.Message}");
            return ExitCodes.AccessFile;
        }
    }

    /// <summary>Runs a command line in a session that the caller keeps, and may interrupt.</summary>
    public static Task<int> RunAsync(IReadOnlyList<string> arguments, Session session) => ErrorPresenter.GuardAsync(session, async () =>
    {
        session.ErrorsAreJson = AskedForm.IsJson(arguments, session.Host);
        var parsed = new CommandParser().Parse(arguments);
        if (parsed.Help)
        {
            HelpPage.Write(parsed.Command, CommandTable.Listed, session);
            return ExitCodes.Complete;
        }

        if (parsed.Version)
        {
            session.Consoles.WriteResult(ProgramVersion.Line);
            return ExitCodes.Complete;
        }

        using var context = CommandContext.Open(session, parsed.Command, parsed.Invocation, CommandTable.Sync.Settings);
        session.Cache = CachePlace.Of(context.Settings, session.Host);
        await session.Objects.FetchAsync(context.FilesToRead(parsed.Command), session.Interruption.Token);
        return await parsed.Command.Run(context, session.Interruption.Token);
    });
}
