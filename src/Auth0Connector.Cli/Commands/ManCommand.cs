using Auth0Connector.Cli.Help;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Commands;

/// <summary>Prints help as a manual page, for packages.</summary>
internal static class ManCommand
{
    /// <summary>What it is called, which settings it has and what it does.</summary>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "man",
        Hidden = true,
        Summary = "Prints a manual page: of the program, or of the command that is named.",
        Settings = [],
        Operands = ["COMMAND"],
        Examples = [("auth0-connector man | man -l -", "read it at once")],
        Run = RunAsync,
    };

    /// <summary>Runs it.</summary>
    /// <exception cref="UsageException">There is no such command.</exception>
    public static Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var name = string.Join(' ', context.Operands);
        var command = name.Length == 0 ? CommandTable.Sync : CommandTable.Named.FirstOrDefault(command => command.Name == name)
            ?? throw new UsageException($"unknown command '{Printable.Short(name)}'{CommandParser.Meant(name, CommandTable.Listed.Select(static command => command.Name))}");
        var page = new ManPage(ProgramVersion.Text);
        HelpPage.Write(command, CommandTable.Listed, page);
        context.Consoles.WriteResult(page.Text.TrimEnd('\n'));
        return Task.FromResult(ExitCodes.Complete);
    }
}
