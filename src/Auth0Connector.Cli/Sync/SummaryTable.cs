using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Shell;
using Auth0Connector.Sync.Reporting;
using Spectre.Console;

namespace Auth0Connector.Cli.Sync;

/// <summary>The summary for a person: what is in the file, the proof, and a closing line.</summary>
internal static class SummaryTable
{
    /// <summary>Writes it to standard output.</summary>
    public static void Write(SyncSummary summary, Session session)
    {
        var console = session.Consoles.Out;
        console.Write(Table(summary.ResourceTypes));
        ProofTable.WriteCollections(summary.Proof, session);
        ProofTable.WriteRemarks(summary.Proof, session);
        var repeated = summary.Retries > 0 ? $" ({Amount.Count(summary.Retries)} repeated, {Amount.Count(summary.Refusals)} refused as too fast)" : string.Empty;
        session.Consoles.WriteResult(
            $"Wrote {Printable.Of(session.Host.ShownPath(summary.Path))}, {Amount.Bytes(summary.FileBytes)}, sync {summary.SyncId}, "
            + $"in {Amount.Time(summary.Elapsed)} with {Amount.Count(summary.Requests)} requests{repeated}.{(summary.Resumed ? " It went on where an earlier run had stopped." : string.Empty)}");
    }

    private static Table Table(IReadOnlyList<ResourceTypeSummary> types)
    {
        var table = new Table { Border = TableBorder.Simple, ShowFooters = types.Count > 1 };
        table.AddColumn(new TableColumn("Type") { Footer = new Text("Total") });
        Number("Resources", types.Sum(type => type.Resources));
        Number("Entitlements", types.Sum(type => type.Entitlements));
        Number("Grants", types.Sum(type => type.Grants));
        Number("Requests", types.Sum(type => type.Requests));
        table.AddColumn(new TableColumn("Time").RightAligned());
        foreach (var type in types)
        {
            table.AddRow(
                Printable.Markup(type.DisplayName),
                Amount.Count(type.Resources),
                Amount.Count(type.Entitlements),
                Amount.Count(type.Grants),
                Amount.Count(type.Requests),
                Amount.Time(type.Elapsed));
        }

        return table;

        void Number(string title, long total) =>
            table.AddColumn(new TableColumn(title) { Footer = new Text(Amount.Count(total)) }.RightAligned());
    }
}
