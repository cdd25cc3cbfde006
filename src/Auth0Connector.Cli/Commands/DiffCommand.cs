using Auth0Connector.AccessFile.Comparison;
using Auth0Connector.Analysis.Differences;
using Auth0Connector.Cli.Comparing;
using Auth0Connector.Cli.Errors;
using Auth0Connector.Cli.Looking;
using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Commands;

/// <summary>Compares two syncs.</summary>
internal static class DiffCommand
{
    /// <summary>Runs it.</summary>
    public static Task<int> RunAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var settings = LookCommand.Resolve(session, invocation, DiffTable.All);
        var scope = DiffScope.Read(settings);
        if (invocation.Operands.Count > 0 && settings.Given(LookTable.File) is { Label: "--file" })
        {
            throw new ConfigurationException("--file: the files to compare are named already; leave it out");
        }

        using var syncs = ComparedSyncs.Open(session, settings, invocation.Operands, cancellationToken);
        using var stream = new ResultStream(session.Host);
        var differs = Write(stream, session, settings, syncs.Diff, scope, cancellationToken);
        return Task.FromResult(differs && settings.IsOn(DiffTable.ExitCode) ? ExitCodes.Skips : ExitCodes.Complete);
    }

    private static bool Write(
        ResultStream stream, Session session, ResolvedSettings settings, AccessDiff diff, DiffScope scope, CancellationToken cancellationToken)
    {
        switch (settings.Choice(DiffTable.Output))
        {
            case "json":
                DiffJson.Write(stream, diff, scope, cancellationToken);
                return settings.IsOn(DiffTable.ExitCode) && Changes(diff, scope, cancellationToken).Any();
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
