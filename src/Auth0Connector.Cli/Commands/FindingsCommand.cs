using Auth0Connector.Cli.Errors;
using Auth0Connector.Cli.Findings;
using Auth0Connector.Cli.Looking;
using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Commands;

/// <summary>Says what should not be in a sync.</summary>
internal static class FindingsCommand
{
    /// <summary>Runs it.</summary>
    public static Task<int> RunAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var settings = LookCommand.Resolve(session, invocation, FindingsTable.Findings);
        var options = RulesFile.Read(settings, session.Host);
        using var file = OpenedFile.OpenFinished(session, settings, cancellationToken);
        var list = file.List;

        var found = OpenedFindings.Read(list, options, cancellationToken);
        using (var stream = new ResultStream(session.Host))
        {
            switch (settings.Choice(FindingsTable.Output))
            {
                case "json":
                    stream.Line(JsonText.Of(found, FindingsJson.Write));
                    break;
                case "sarif":
                    stream.Line(JsonText.Of(found, FindingsSarif.Write));
                    break;
                case "csv":
                    FindingsText.WriteCsv(stream, found);
                    break;
                default:
                    FindingsText.WritePage(stream, session, found);
                    break;
            }
        }

        var least = RulesFile.SeverityOf(settings.Choice(FindingsTable.FailOn));
        return Task.FromResult(found.Findings.Any(finding => finding.Severity >= least) ? ExitCodes.Skips : ExitCodes.Complete);
    }
}
