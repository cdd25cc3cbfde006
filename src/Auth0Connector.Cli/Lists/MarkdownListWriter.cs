using Auth0Connector.Cli.Output;

namespace Auth0Connector.Cli.Lists;

/// <summary>A list as a table of Markdown.</summary>
internal static class MarkdownListWriter
{
    /// <summary>Writes it.</summary>
    public static void Write<T>(ResultStream stream, IReadOnlyList<ListColumn<T>> columns, IEnumerable<T> rows)
    {
        stream.Line(Line(columns.Select(column => column.Title)));
        stream.Line($"|{string.Concat(columns.Select(_ => "---|"))}");
        foreach (var row in rows)
        {
            stream.Line(Line(columns.Select(column => MarkdownText.Of(column.Text(row)))));
            stream.EndRow();
        }
    }

    private static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";
}
