using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Auth0Connector.Tables.Xlsx;

/// <summary>
/// A table as a workbook of Office Open XML (ECMA-376), written as it comes. Every cell is an inline string, which no program
/// takes for a formula. A sheet holds 1,048,576 rows; what is beyond goes to a further one.
/// </summary>
public static class XlsxWriter
{
    private const int MostRows = 1_048_576;
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>Writes it; <paramref name="tell"/> gets the number of rows now and then.</summary>
    public static long Write(Stream target, Table table, Action<long> tell)
    {
        using var archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        using var rows = table.Rows.GetEnumerator();
        var count = 0L;
        var sheets = 0;
        bool hasMore;
        do
        {
            hasMore = WriteSheet(archive, ++sheets, table.Headings, rows, ref count, tell);
        }
        while (hasMore);

        XlsxParts.Write(archive, sheets);
        return count;
    }

    private static bool WriteSheet(
        ZipArchive archive, int number, IReadOnlyList<string> headings, IEnumerator<IReadOnlyList<string>> rows, ref long count, Action<long> tell)
    {
        using var stream = archive.CreateEntry($"xl/worksheets/sheet{number}.xml", CompressionLevel.Fastest).Open();
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CheckCharacters = false });
        xml.WriteStartElement("worksheet", Main);
        xml.WriteRaw(
            "<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>");
        xml.WriteStartElement("sheetData", Main);
        WriteRow(xml, headings, isHeading: true);
        var inSheet = 1;
        while (inSheet < MostRows)
        {
            if (!rows.MoveNext())
            {
                xml.WriteEndElement();
                xml.WriteEndElement();
                return false;
            }

            WriteRow(xml, rows.Current, isHeading: false);
            inSheet++;
            tell(++count);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
        return true;
    }

    private static void WriteRow(XmlWriter xml, IReadOnlyList<string> cells, bool isHeading)
    {
        xml.WriteStartElement("row", Main);
        foreach (var cell in cells)
        {
            xml.WriteStartElement("c", Main);
            if (isHeading)
            {
                xml.WriteAttributeString("s", "1");
            }

            if (cell.Length > 0)
            {
                xml.WriteAttributeString("t", "inlineStr");
                xml.WriteStartElement("is", Main);
                xml.WriteStartElement("t", Main);
                xml.WriteAttributeString("xml", "space", null, "preserve");
                xml.WriteString(XlsxText.Of(cell));
                xml.WriteEndElement();
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
