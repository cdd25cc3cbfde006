using System.Globalization;
using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Shell;
using Auth0Connector.Sync.Preflight;
using Spectre.Console;

namespace Auth0Connector.Cli.Sync;

/// <summary>What a sync would meet, for a person.</summary>
internal static class ValidationTable
{
    /// <summary>Writes it to standard output.</summary>
    public static void Write(ValidationReport report, Session session)
    {
        var consoles = session.Consoles;
        consoles.WriteResult($"Tenant    {Printable.Of(report.Source)}");
        consoles.WriteResult($"Audience  {Printable.Of(report.Audience)}");
        consoles.WriteResult($"Client    {Printable.Of(report.ClientId)}: the token was given");
        consoles.WriteResult($"Scopes    {Printable.Of(report.Scopes is { } scopes ? string.Join(' ', scopes) : "the tenant does not say which the token carries")}");
        consoles.Out.Write(Table(report));
        foreach (var skip in report.Skips)
        {
            consoles.WriteResult($"Would be skipped: {Printable.Of(skip.What)}: {Printable.Of(skip.Why)}. {Printable.Of(skip.Remedy)}");
        }

        foreach (var limit in report.Limits)
        {
            consoles.WriteResult(string.Create(
                CultureInfo.InvariantCulture,
                $"Rate limit seen: {limit.Burst} at once, {limit.RefillPerSecond:0.##} a second, for {string.Join(", ", limit.Groups.Select(static group => group.ToString()))}"));
        }

        consoles.WriteResult($"A sync takes about {Amount.Count(report.Requests)} requests and {Amount.Time(report.Time)}.");
    }

    private static Table Table(ValidationReport report)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(new TableColumn("Part").NoWrap());
        table.AddColumn("Needs");
        table.AddColumn(new TableColumn("Count").RightAligned());
        table.AddColumn("A sync would");
        foreach (var part in report.Parts)
        {
            table.AddRow(
                Printable.Markup(part.What),
                Printable.Markup(string.Join(' ', part.Scopes)),
                part.Count is { } count ? Amount.Count(count) : "-",
                Printable.Markup(part.Status switch
                {
                    PartStatus.Read => "read it",
                    PartStatus.Skipped => $"skip it: {part.Why}",
                    _ => $"fail: {part.Why}",
                }));
        }

        return table;
    }
}
