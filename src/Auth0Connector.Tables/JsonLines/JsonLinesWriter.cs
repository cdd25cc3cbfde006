namespace Auth0Connector.Tables.JsonLines;

/// <summary>A table as JSON lines, each row an object.</summary>
public static class JsonLinesWriter
{
    /// <summary>Writes it; <paramref name="tell"/> gets the number of rows now and then.</summary>
    public static long Write(Stream target, Table table, Action<long> tell)
    {
        using var lines = new JsonLinesOutput(target, tell);
        foreach (var row in table.Rows)
        {
            lines.Add(json =>
            {
                for (var i = 0; i < row.Count; i++)
                {
                    if (table.Columns[i].Kind == ColumnKind.Flag)
                    {
                        json.WriteBoolean(table.Headings[i], row[i] == Column.Yes);
                    }
                    else
                    {
                        json.WriteString(table.Headings[i], row[i]);
                    }
                }
            });
        }

        return lines.Count;
    }
}
