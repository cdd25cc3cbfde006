using System.Text;

namespace Auth0Connector.Tables.Csv;

/// <summary>A table as comma-separated values, UTF-8.</summary>
public static class CsvWriter
{
    /// <summary>Writes it; <paramref name="tell"/> gets the number of rows now and then.</summary>
    public static long Write(Stream target, Table table, Action<long> tell)
    {
        using var writer = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        writer.Write(CsvLine.Of(table.Headings));
        var count = 0L;
        foreach (var row in table.Rows)
        {
            writer.Write(CsvLine.Of(row));
            tell(++count);
        }

        return count;
    }
}
