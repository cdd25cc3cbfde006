using Auth0Connector.AccessFile.Comparison;
using Auth0Connector.Analysis.Differences;
using Auth0Connector.Cli.Files;
using Auth0Connector.Cli.Logging;
using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Diff;

/// <summary>Compares two syncs.</summary>
internal static class DiffCommand
{
    /// <summary>What it is called, which settings it has and what it does.</summary>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "diff",
        Summary = "Compares two syncs: who and what came and went, who gained what and who lost what.",
        Settings =
        [
            DiffFlags.From, DiffFlags.To, DiffFlags.Only, DiffFlags.Activity, .. FileFlags.Chosen, DiffFlags.Output, DiffFlags.ExitCode, .. LogFlags.All,
        ],
        Operands = ["OLD.c1z", "NEW.c1z"],
        OperandsAreFiles = true,
        Examples =
        [
            ("auth0-connector diff", "the last two syncs in ./sync.c1z"),
            ("auth0-connector diff monday.c1z friday.c1z -o markdown", "for a ticket"),
            ("auth0-connector diff old.c1z new.c1z --only grants --exit-code", "in a script"),
        ],
        Run = RunAsync,
    };

    /// <summary>Runs it.</summary>
    public static Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (session, settings) = (context.Session, context.Settings);
        var scope = DiffScope.Read(settings);
        if (context.Operands.Count > 0 && settings.Given(FileFlags.File) is { Label: "--file" })
        {
            throw new UsageException("--file: the files to compare are named already; leave it out");
        }

        using var syncs = ComparedSyncs.Open(session, settings, context.Operands, cancellationToken);
        using var stream = new ResultStream(session.Host);
        var differs = Write(stream, session, settings, syncs.Diff, scope, cancellationToken);
        return Task.FromResult(differs && settings.IsOn(DiffFlags.ExitCode) ? ExitCodes.Skips : ExitCodes.Complete);
    }

    private static bool Write(
        ResultStream stream, Session session, ResolvedSettings settings, AccessDiff diff, DiffScope scope, CancellationToken cancellationToken)
    {
        switch (settings.Choice(DiffFlags.Output))
        {
            case "json":
                DiffJson.Write(stream, diff, scope, cancellationToken);
                return settings.IsOn(DiffFlags.ExitCode) && Changes(diff, scope, cancellationToken).Any();
            case "jsonl":
                return WriteLines(stream, Changes(diff, scope, cancellationToken));
            case "markdown":
                return WritePage(diff, scope, new MarkdownDiffStyle(stream), cancellationToken);
            default:
                return WritePage(diff, scope, new TerminalDiffStyle(stream, session), cancellationToken);
        }
    }

    private static bool WritePage(AccessDiff diff, DiffScope scope, IDiffStyle style, CancellationToken cancellationToken)
    {
        var page = new DiffPage(diff, scope, style);
        page.Write(cancellationToken);
        return page.Count > 0;
    }

    private static bool WriteLines(ResultStream stream, IEnumerable<Difference> changes)
    {
        var differs = false;
        foreach (var change in changes)
        {
            differs = true;
            stream.Line(JsonText.Of(change, DiffLines.Write));
            stream.EndRow();
        }

        return differs;
    }

    private static IEnumerable<Difference> Changes(AccessDiff diff, DiffScope scope, CancellationToken cancellationToken)
    {
        IEnumerable<Difference> changes = scope.Resources ? diff.Resources(cancellationToken) : [];
        changes = changes.Concat(scope.Entitlements ? diff.Entitlements(cancellationToken) : []);
        foreach (var which in new[] { RowChange.Added, RowChange.Removed, RowChange.Changed }.Where(_ => scope.Grants))
        {
            changes = changes.Concat(diff.Grants(which, cancellationToken));
        }

        return changes.Where(scope.Includes);
    }
}
