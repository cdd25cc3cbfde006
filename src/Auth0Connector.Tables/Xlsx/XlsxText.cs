using System.Text;
using System.Xml;
using Auth0Connector.Tables.Texts;

namespace Auth0Connector.Tables.Xlsx;

/// <summary>Text that a cell can hold.</summary>
internal static class XlsxText
{
    // Excel refuses a workbook with a longer text.
    private const int Longest = 32_767;

    public static string Of(string text)
    {
        var cell = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length && cell.Length < Longest - 8; i++)
        {
            if (IsEscape(text.AsSpan(i)))
            {
                // "_x000D_" in a name would be read as a control character.
                cell.Append("_x005F_");
            }
            else if (XmlConvert.IsXmlChar(text[i]) && !(PlainText.IsUnsafe(text[i]) && text[i] is not ('\n' or '\r' or '\t')))
            {
                cell.Append(text[i]);
            }
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                cell.Append(text[i]).Append(text[++i]);
            }
            else
            {
                cell.Append('\uFFFD');
            }
        }

        return cell.ToString();
    }

    private static bool IsEscape(ReadOnlySpan<char> text) =>
        text.Length >= 7 && text[0] == '_' && text[1] == 'x' && text[6] == '_' && IsHex(text[2..6]);

    private static bool IsHex(ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
        {
            if (!char.IsAsciiHexDigit(letter))
            {
                return false;
            }
        }

        return true;
    }
}
