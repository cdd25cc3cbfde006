using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Shell;
using Auth0Connector.Tables.Csv;

namespace Auth0Connector.Cli.Findings;

/// <summary>Findings for a person, and for a spreadsheet.</summary>
internal static class FindingsText
{
    private const int MostRows = 10;

    /// <summary>Each rule with its reason and its first rows.</summary>
    public static void WritePage(ResultStream stream, Session session, OpenedFindings found)
    {
        var room = session.Consoles.Room ?? int.MaxValue;
        WriteCoverage(stream, found, room);
        foreach (var finding in found.Findings)
        {
            stream.Line($"{FindingsJson.Word(finding.Severity).ToUpperInvariant()}  {finding.Rule.Title} ({Amount.Count(finding.Rows.Count)}, {finding.Rule.Id})");
            foreach (var line in new[] { finding.Words, finding.Rule.Why, finding.Rule.Remedy }.SelectMany(text => CellText.Wrap(text, room == int.MaxValue ? room : Math.Max(20, room - 2))))
            {
                stream.Line("  " + line);
            }

            foreach (var row in finding.Rows.Take(MostRows))
            {
                var who = row.Email.Length > 0 && row.Email != row.Name ? $"{row.Name} ({row.Email})" : row.Name;
                stream.Line(CellText.Cut(Printable.Of($"  - {who}{(row.Detail.Length > 0 ? ": " + row.Detail : string.Empty)}"), room));
            }

            if (finding.Rows.Count > MostRows)
            {
                stream.Line($"  - and {Amount.Count(finding.Rows.Count - MostRows)} more (-o csv shows all)");
            }

            stream.Line(string.Empty);
            stream.EndRow();
        }

        var counts = found.Findings.GroupBy(finding => finding.Severity).OrderByDescending(group => group.Key).Select(group => $"{group.Count()} {FindingsJson.Word(group.Key)}");
        stream.Line(found.Findings.Count == 0 ? found.NotAsked.Count == 0 ? "No rule met anything." : "No rule met anything in what was read." : $"In all: {string.Join(", ", counts)}.");
    }

    /// <summary>One line for each row of each rule.</summary>
    public static void WriteCsv(ResultStream stream, OpenedFindings found)
    {
        stream.Write(CsvLine.Of("severity", "rule", "title", "resource_type", "id", "name", "email", "detail"));
        foreach (var rule in found.NotAsked)
        {
            stream.Write(CsvLine.Of(rule.IsPartly ? "asked in part" : "not asked", rule.Rule.Id, rule.Rule.Title, string.Empty, string.Empty, string.Empty, string.Empty, $"{rule.Reason}. {rule.Remedy}"));
            stream.EndRow();
        }

        foreach (var finding in found.Findings)
        {
            foreach (var row in finding.Rows)
            {
                stream.Write(CsvLine.Of(FindingsJson.Word(finding.Severity), finding.Rule.Id, finding.Rule.Title, row.TypeId, row.Id, row.Name, row.Email, row.Detail));
                stream.EndRow();
            }
        }
    }

    // What is not there comes first: without it everything below would be taken for all there is.
    private static void WriteCoverage(ResultStream stream, OpenedFindings found, int room)
    {
        List<string> lines = [.. CoverageText.NotRead(found.Model.Coverage.NotRead), .. CoverageText.NotAsked(found)];
        if (lines.Count == 0)
        {
            return;
        }

        foreach (var line in lines.Append(CoverageText.Privileged(found)).SelectMany(line => CellText.Wrap(line, room == int.MaxValue ? room : Math.Max(20, room))))
        {
            stream.Line(line);
        }

        stream.Line(string.Empty);
    }
}
