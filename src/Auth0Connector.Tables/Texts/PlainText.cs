using System.Buffers;
using System.Globalization;
using System.Text;

namespace Auth0Connector.Tables.Texts;

/// <summary>
/// The one rule of what a text of a file may do to whoever reads it: nothing. Names in a tenant are chosen by its users, and
/// may hold escape sequences, line breaks, marks that turn the reading direction around, or letters that nobody sees.
/// </summary>
public static class PlainText
{
    // The first bytes, in UTF-8, of everything unsafe that JSON does not escape by itself.
    private static readonly SearchValues<byte> Suspicious = SearchValues.Create([0x7F, 0xC2, 0xD8, 0xE1, 0xE2, 0xEF]);

    /// <summary>The text on one line, with control characters, line breaks and hidden marks shown as <c>\u202e</c>.</summary>
    public static string Of(string text) => Escaped(text, keepsLines: false);

    /// <summary>The same for a place that takes several lines: line breaks and tabs stay.</summary>
    public static string OfLines(string text) => Escaped(text, keepsLines: true);

    /// <summary>Compact JSON in UTF-8, in which such letters stand within strings only, where their escape means the same.</summary>
    public static void WriteJson(ReadOnlySpan<byte> json, IBufferWriter<byte> target)
    {
        if (json.IndexOfAny(Suspicious) < 0)
        {
            target.Write(json);
            return;
        }

        Encoding.UTF8.GetBytes(OfLines(Encoding.UTF8.GetString(json)), target);
    }

    /// <summary>Whether a letter does something to the text around it, or hides in it.</summary>
    public static bool IsUnsafe(char letter) => letter switch
    {
        < ' ' or (>= '\u007f' and <= '\u009f') => true,
        < '\u00ad' => false,
        '\u00ad' or '\u061c' or '\u180e' or '\u200b' or '\u200e' or '\u200f' => true,
        // Line separators, embeddings and overrides; the joiners U+200C and U+200D belong to Persian and to emoji.
        >= '\u2028' and <= '\u202e' => true,
        // Joiners and operators that nobody sees, and isolates.
        >= '\u2060' and <= '\u206f' => true,
        '\ufeff' or (>= '\ufff9' and <= '\ufffb') => true,
        _ => false,
    };

    private static string Escaped(string text, bool keepsLines)
    {
        if (!text.Any(IsEscaped))
        {
            return text;
        }

        var line = new StringBuilder(text.Length + 8);
        foreach (var letter in text)
        {
            _ = IsEscaped(letter)
                ? line.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}")
                : line.Append(letter);
        }

        return line.ToString();

        bool IsEscaped(char letter) => IsUnsafe(letter) && !(keepsLines && letter is ('\n' or '\r' or '\t'));
    }
}
