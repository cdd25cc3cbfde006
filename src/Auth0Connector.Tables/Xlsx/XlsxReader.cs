using System.IO.Compression;
using System.Xml;

namespace Auth0Connector.Tables.Xlsx;

/// <summary>Reads the sheets of a workbook of Office Open XML (ECMA-376), as ours and those that spreadsheet programs save.</summary>
internal static class XlsxReader
{
    public static IReadOnlyList<SheetTable> Read(byte[] file)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
            var parts = new XlsxPackage(archive);
            var texts = XlsxSharedTexts.Read(parts);
            return [.. parts.Sheets().Select(sheet => new SheetTable(sheet.Name, [.. Rows(parts, sheet.Part, texts).Where(static row => !row.IsBlank)]))];
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException or IOException or NotSupportedException or ArgumentException)
        {
            throw new SheetException("is a workbook that cannot be read, because it is damaged or no .xlsx; save it again, or its sheet as CSV", broken);
        }
    }

    private static IEnumerable<SheetRow> Rows(XlsxPackage parts, string part, IReadOnlyList<string> texts)
    {
        using var xml = parts.Open(part);
        var line = 0;
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "row")
            {
                line = XlsxNumber.Of(xml.GetAttribute("r")) ?? line + 1;
                yield return new SheetRow(line, Cells(xml, texts));
            }
        }
    }

    // Programs leave empty cells out and say in the others where they stand.
    private static List<string> Cells(XmlReader xml, IReadOnlyList<string> texts)
    {
        var cells = new List<string>();
        if (xml.IsEmptyElement)
        {
            return cells;
        }

        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "c")
            {
                continue;
            }

            var column = XlsxNumber.ColumnOf(xml.GetAttribute("r")) ?? cells.Count;
            var value = XlsxCell.Read(xml, texts);
            if (column < cells.Count || column > XlsxNumber.LastColumn)
            {
                throw new SheetException("is a workbook whose cells stand in no order; save it again, or its sheet as CSV");
            }

            while (cells.Count < column)
            {
                cells.Add(string.Empty);
            }

            cells.Add(value);
        }

        return cells;
    }
}
