using System.Globalization;
using System.Text;
using System.Xml;

namespace Auth0Connector.Tables.Xlsx;

/// <summary>What stands in one cell of a workbook.</summary>
internal static class XlsxCell
{
    /// <summary>Reads the cell that the reader stands on, and leaves it at the cell's end.</summary>
    public static string Read(XmlReader xml, IReadOnlyList<string> texts)
    {
        var type = xml.GetAttribute("t");
        if (xml.IsEmptyElement)
        {
            return string.Empty;
        }

        var value = string.Empty;
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "is")
            {
                value = Text(xml);
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "v")
            {
                value = Plain(xml);
            }
        }

        return type switch
        {
            "s" => XlsxNumber.Of(value) is { } index && index < texts.Count ? texts[index] : throw new InvalidDataException("no such text"),
            "b" => value == "1" ? "TRUE" : "FALSE",
            "inlineStr" => value,
            "str" => Unescaped(value),
            _ => value,
        };
    }

    /// <summary>The text of an element with <c>t</c> parts, which may be formatted in runs; how it is pronounced is no part of it.</summary>
    public static string Text(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return string.Empty;
        }

        var text = new StringBuilder();
        var depth = xml.Depth;
        var isRead = xml.Read();
        while (isRead && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "rPh")
            {
                // Skip stands on what follows.
                xml.Skip();
                continue;
            }

            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "t")
            {
                text.Append(Plain(xml));
            }

            isRead = xml.Read();
        }

        return Unescaped(text.ToString());
    }

    private static string Plain(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return string.Empty;
        }

        var text = new StringBuilder();
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            text.Append(xml.NodeType is XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA ? xml.Value : string.Empty);
        }

        return text.ToString();
    }

    // "_x000D_" stands for a carriage return, and "_x005F_" for the underscore before what only looks so.
    private static string Unescaped(string text)
    {
        if (!text.Contains("_x", StringComparison.Ordinal))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 6 < text.Length && text[i] == '_' && text[i + 1] == 'x' && text[i + 6] == '_'
                && ushort.TryParse(text.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                plain.Append((char)code);
                i += 6;
            }
            else
            {
                plain.Append(text[i]);
            }
        }

        return plain.ToString();
    }
}
