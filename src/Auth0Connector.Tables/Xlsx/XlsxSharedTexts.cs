using System.Xml;

namespace Auth0Connector.Tables.Xlsx;

/// <summary>The texts that the cells of a workbook share.</summary>
internal static class XlsxSharedTexts
{
    public static IReadOnlyList<string> Read(XlsxPackage parts)
    {
        var texts = new List<string>();
        if (parts.SharedTexts() is not { } part)
        {
            return texts;
        }

        using var xml = parts.Open(part);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "si")
            {
                texts.Add(XlsxCell.Text(xml));
            }
        }

        return texts;
    }
}
