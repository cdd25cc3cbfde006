using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Run;

namespace Auth0Connector.Cli.Lists;

/// <summary>Writes a list in the form that is asked for. Rows pass one by one unless they must be sorted.</summary>
internal static class ListOutput
{
    /// <summary>Writes it.</summary>
    public static void Write<T>(Session session, ListShape<T> shape, ListOptions<T> options, IEnumerable<T> rows)
    {
        if (options.Sort is not null)
        {
            using var sorted = new SortedRows<T>(shape, options, rows);
            Write(session, sorted.Shape, sorted.Options, sorted.Rows());
            return;
        }

        var chosen = options.Limit is { } limit ? rows.Take(limit) : rows;
        using var stream = new ResultStream(session.Host);
        switch (options.Form)
        {
            case ListForm.Json:
                JsonListWriter.WriteWhole(stream, shape, chosen);
                break;
            case ListForm.JsonLines:
                JsonListWriter.WriteLines(stream, shape, chosen);
                break;
            case ListForm.Csv:
                CsvListWriter.Write(stream, options.Columns, chosen);
                break;
            case ListForm.Markdown:
                MarkdownListWriter.Write(stream, options.Columns, chosen);
                break;
            default:
                TableListWriter.Write(stream, session, options.Columns, chosen);
                break;
        }
    }
}
