using System.IO.Compression;
using System.Xml;

namespace Auth0Connector.Tables.Xlsx;

/// <summary>The parts of a workbook by their relations; names of files in it mean nothing.</summary>
internal sealed class XlsxPackage
{
    // A sheet of a million people unpacks to less; what is larger is no sheet of decisions.
    private const int MostBytes = 512 << 20;

    private readonly ZipArchive _archive;
    private readonly string _workbook;
    private readonly Dictionary<string, (string Type, string Target)> _relations;

    public XlsxPackage(ZipArchive archive)
    {
        _archive = archive;
        _workbook = Relations(string.Empty).Values.FirstOrDefault(static relation => Is(relation.Type, "officeDocument")).Target
            ?? throw new InvalidDataException("no workbook");
        _relations = Relations(_workbook);
    }

    /// <summary>The sheets in their order; charts are none.</summary>
    public IEnumerable<(string Name, string Part)> Sheets()
    {
        using var xml = Open(_workbook);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "sheet"
                && Relation(xml) is { } id && _relations.TryGetValue(id, out var relation) && Is(relation.Type, "worksheet"))
            {
                yield return (xml.GetAttribute("name") ?? string.Empty, relation.Target);
            }
        }
    }

    public string? SharedTexts() => _relations.Values.FirstOrDefault(static relation => Is(relation.Type, "sharedStrings")).Target;

    public XmlReader Open(string part)
    {
        var entry = _archive.GetEntry(part) ?? throw new InvalidDataException("a part is missing");
        return XmlReader.Create(new MemoryStream(Whole(entry), writable: false), new XmlReaderSettings
        {
            CloseInput = true,
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = MostBytes,
        });
    }

    // What is said of the length may be wrong, and the sum is ours to compare.
    private static byte[] Whole(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        var block = new byte[64 * 1024];
        for (int read; (read = stream.Read(block)) > 0;)
        {
            bytes.Write(block, 0, read);
            if (bytes.Length > MostBytes)
            {
                throw new SheetException("is a workbook larger than any sheet of decisions");
            }
        }

        var whole = bytes.ToArray();
        return Checksum.Of(whole) == entry.Crc32 ? whole : throw new InvalidDataException("a part is damaged");
    }

    private static string? Relation(XmlReader sheet)
    {
        for (var isThere = sheet.MoveToFirstAttribute(); isThere; isThere = sheet.MoveToNextAttribute())
        {
            if (sheet.LocalName == "id" && sheet.Prefix.Length > 0)
            {
                var id = sheet.Value;
                sheet.MoveToElement();
                return id;
            }
        }

        sheet.MoveToElement();
        return null;
    }

    // The two editions of the standard differ in what stands before the last word.
    private static bool Is(string? type, string kind) => type is not null && type.EndsWith("/" + kind, StringComparison.Ordinal);

    private Dictionary<string, (string Type, string Target)> Relations(string part)
    {
        var slash = part.LastIndexOf('/');
        var folder = part[..(slash + 1)];
        var found = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        using var xml = Open($"{folder}_rels/{part[(slash + 1)..]}.rels");
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Relationship"
                && xml.GetAttribute("Id") is { } id && xml.GetAttribute("Type") is { } type && xml.GetAttribute("Target") is { } target
                && xml.GetAttribute("TargetMode") != "External")
            {
                found[id] = (type, Resolve(folder, target));
            }
        }

        return found;
    }

    private static string Resolve(string folder, string target)
    {
        if (target.StartsWith('/'))
        {
            return target[1..];
        }

        var parts = new List<string>();
        foreach (var name in (folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (name == ".." && parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (name is not ("." or ".."))
            {
                parts.Add(name);
            }
        }

        return string.Join('/', parts);
    }
}
