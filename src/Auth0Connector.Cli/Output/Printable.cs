using System.Globalization;
using System.Text;
using Spectre.Console;

namespace Auth0Connector.Cli.Output;

/// <summary>
/// Makes foreign text fit for a terminal: names in a tenant are chosen by its users, and may hold escape
/// sequences, line breaks or marks that turn the reading direction around.
/// </summary>
internal static class Printable
{
    /// <summary>The text on one line, with every control and direction mark written as its code.</summary>
    public static string Of(string text)
    {
        if (!text.Any(IsUnsafe))
        {
            return text;
        }

        var line = new StringBuilder(text.Length + 8);
        foreach (var letter in text)
        {
            _ = IsUnsafe(letter)
                ? line.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}")
                : line.Append(letter);
        }

        return line.ToString();
    }

    /// <summary>The same, for text that Spectre reads as markup.</summary>
    public static string Markup(string text) => Of(text).EscapeMarkup();

    private static bool IsUnsafe(char letter) =>
        char.IsControl(letter)
        || letter is '\u2028' or '\u2029' or '\u200e' or '\u200f' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');
}
