using Auth0Connector.AccessFile.Copying;
using Auth0Connector.AccessFile.Expansion;
using Auth0Connector.Cli.Files;
using Auth0Connector.Cli.Logging;
using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Sync;

/// <summary>Expands the grants of any access file into a copy, to compare our expansion with the ecosystem's.</summary>
internal static class ExpandCommand
{
    /// <summary>What it is called, which settings it has and what it does.</summary>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "expand",
        Summary = "Writes a copy of an access file with inherited grants as rows of their own.",
        Hidden = true,
        Settings = [.. FileFlags.Chosen, ExpandFlags.Out, .. LogFlags.All],
        Run = RunAsync,
    };

    /// <summary>Runs it.</summary>
    public static Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (session, settings) = (context.Session, context.Settings);
        var host = session.Host;
        var name = settings.Text(ExpandFlags.Out) ?? throw new UsageException("--out: is not set; name the copy to leave");
        var target = TargetFile.CheckReplaced("--out", name, "expanded.c1z", host);
        if (File.Exists(target))
        {
            throw new UsageException($"--out: '{Printable.Short(name)}' exists already; choose another name");
        }

        var path = session.Objects.PathOf(settings.Text(FileFlags.File)!);
        var report = ExpandedCopy.Write(
            path,
            target,
            ReaderSettings.Of(session, path),
            new ExpansionOptions { TimeProvider = host.Clock },
            cancellationToken);
        session.Done = $"{host.ShownPath(target)} was written and is whole";
        session.Consoles.WriteResult($"Wrote {Printable.Of(host.ShownPath(target))}: {Amount.Count(report.NewGrants)} grants added, {Amount.Count(report.UpdatedGrants)} changed.");
        foreach (var cycle in report.Cycles)
        {
            session.Consoles.WriteResult($"In a circle: {Printable.Of(string.Join(", ", cycle))}.");
        }

        return Task.FromResult(ExitCodes.Complete);
    }
}
