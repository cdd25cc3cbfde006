using Auth0Connector.Cli.Output;
using Auth0Connector.Tables.Csv;

namespace Auth0Connector.Cli.Lists;

/// <summary>A list as comma-separated values.</summary>
internal static class CsvListWriter
{
    /// <summary>Writes it, headings first.</summary>
    public static void Write<T>(ResultStream stream, IReadOnlyList<ListColumn<T>> columns, IEnumerable<T> rows)
    {
        stream.Write(CsvLine.Of([.. columns.Select(column => column.Key)]));
        foreach (var row in rows)
        {
            stream.Write(CsvLine.Of([.. columns.Select(column => column.Text(row))]));
            stream.EndRow();
        }
    }
}
