using System.IO.Compression;
using System.Text;

namespace Auth0Connector.Provisioning.Tests.Sheets;

/// <summary>Workbooks as spreadsheet programs save them.</summary>
internal static class Workbooks
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Texts shared, empty cells left out, and the sheet behind a second one that is listed first and numbered last.</summary>
    public static byte[] Saved(IReadOnlyList<IReadOnlyList<string>> rows, bool isShared = true, string relations = Relations)
    {
        var texts = rows.SelectMany(row => row).Where(cell => cell.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        var sheet = new StringBuilder();
        foreach (var (line, row) in rows.Index())
        {
            sheet.Append($"<row r=\"{line + 1}\" spans=\"1:9\">");
            foreach (var (column, cell) in row.Index().Where(cell => cell.Item.Length > 0))
            {
                var place = $"r=\"{(char)('A' + column)}{line + 1}\" s=\"0\"";
                sheet.Append(isShared
                    ? $"<c {place} t=\"s\"><v>{texts.IndexOf(cell)}</v></c>"
                    : $"<c {place} t=\"inlineStr\"><is><r><rPr><b/></rPr><t xml:space=\"preserve\">{Xml(cell[..1])}</t></r><r><t xml:space=\"preserve\">{Xml(cell[1..])}</t></r><rPh sb=\"0\" eb=\"1\"><t>said</t></rPh></is></c>");
            }

            sheet.Append("</row>");
        }

        return Zip(
            ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
            ("_rels/.rels", Related(($"{relations}/officeDocument", "rId1", "/xl/workbook.xml"))),
            ("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{relations}\"><sheets><sheet name=\"Notes\" sheetId=\"2\" r:id=\"rId7\"/><sheet name=\"Review\" sheetId=\"1\" r:id=\"rId3\"/></sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", Related(($"{relations}/worksheet", "rId3", "worksheets/sheet9.xml"), ($"{relations}/worksheet", "rId7", "worksheets/sheet1.xml"), ($"{relations}/sharedStrings", "rId5", "sharedStrings.xml"))),
            ("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{Main}\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><f>1+1</f><v>what we talked about</v></c></row></sheetData></worksheet>"),
            ("xl/worksheets/sheet9.xml", $"<worksheet xmlns=\"{Main}\"><cols/><sheetData>{sheet}</sheetData><autoFilter ref=\"A1:I9\"/></worksheet>"),
            ("xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{string.Concat(texts.Select(text => $"<si><t xml:space=\"preserve\">{Xml(text)}</t></si>"))}</sst>"));
    }

    public static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + text);
            }
        }

        return file.ToArray();
    }

    private static string Related(params (string Type, string Id, string Target)[] relations) =>
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(relations.Select(x => $"<Relationship Id=\"{x.Id}\" Type=\"{x.Type}\" Target=\"{x.Target}\"/>"))}</Relationships>";

    private static string Xml(string text) => System.Security.SecurityElement.Escape(text);
}
