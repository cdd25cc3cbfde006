using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Looking;

/// <summary>Writes a list in the form that is asked for. Rows pass one by one unless they must be sorted.</summary>
internal static class ListOutput
{
    /// <summary>Writes it.</summary>
    public static void Write<T>(Session session, ListShape<T> shape, ListOptions<T> options, IEnumerable<T> rows)
    {
        var chosen = Choose(rows, options);
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

    private static IEnumerable<T> Choose<T>(IEnumerable<T> rows, ListOptions<T> options)
    {
        if (options.Sort is { } column)
        {
            rows = options.IsDescending
                ? rows.OrderByDescending(column.Text, NaturalOrder.Instance)
                : rows.OrderBy(column.Text, NaturalOrder.Instance);
        }

        return options.Limit is { } limit ? rows.Take(limit) : rows;
    }
}
