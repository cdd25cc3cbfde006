using Auth0Connector.Cli.Files;
using Auth0Connector.Cli.Logging;
using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Findings;

/// <summary>Says what should not be in a sync.</summary>
internal static class FindingsCommand
{
    /// <summary>What it is called, which settings it has and what it does.</summary>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "findings",
        Summary = "Says what should not be there: each rule with its reason, what to do, and everything that it met.",
        Settings = [FindingsFlags.Rules, FileFlags.SyncId, .. FileFlags.Chosen, FindingsFlags.Output, FindingsFlags.FailOn, .. LogFlags.All],
        Examples =
        [
            ("auth0-connector findings", "of the newest sync in ./sync.c1z"),
            ("auth0-connector findings -o sarif --fail-on high > findings.sarif", "in CI; ends with code 3"),
            ("auth0-connector findings --rules rules.yaml -o csv", "with thresholds of your own"),
        ],
        Run = RunAsync,
    };

    /// <summary>Runs it.</summary>
    public static Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (session, settings) = (context.Session, context.Settings);
        var options = RulesFile.Read(settings, session.Host);
        using var file = OpenedFile.OpenFinished(session, settings, cancellationToken);
        var list = file.List;

        var found = OpenedFindings.Read(list, options, cancellationToken);
        using (var stream = new ResultStream(session.Host))
        {
            switch (settings.Choice(FindingsFlags.Output))
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

        var least = RulesFile.SeverityOf(settings.Choice(FindingsFlags.FailOn));
        return Task.FromResult(found.Findings.Any(finding => finding.Severity >= least) ? ExitCodes.Skips : ExitCodes.Complete);
    }
}
