using System.Text;
using Auth0Connector.Tables.Texts;

namespace Auth0Connector.Tables.Csv;

/// <summary>
/// A line of comma-separated values (RFC 4180) that spreadsheets take for text: what would begin a formula gets an
/// apostrophe before it (https://owasp.org/www-community/attacks/CSV_Injection), control characters are replaced.
/// </summary>
public static class CsvLine
{
    private const char Replacement = '\uFFFD';

    /// <summary>The line with its line break.</summary>
    public static string Of(params IReadOnlyList<string> cells)
    {
        var line = new StringBuilder();
        for (var i = 0; i < cells.Count; i++)
        {
            if (i > 0)
            {
                line.Append(',');
            }

            Append(line, Neutral(cells[i]));
        }

        return line.Append('\n').ToString();
    }

    /// <summary>The text without what a spreadsheet would run.</summary>
    public static string Neutral(string text)
    {
        var clean = text.Any(IsControl) ? string.Concat(text.Select(letter => IsControl(letter) ? Replacement : letter)) : text;

        return FormulaGuard.Add(clean);
    }

    private static bool IsControl(char letter) => PlainText.IsUnsafe(letter) && letter is not ('\n' or '\r' or '\t');

    private static void Append(StringBuilder line, string cell)
    {
        if (cell.AsSpan().IndexOfAny(",\"\r\n") < 0 && !cell.StartsWith(' ') && !cell.EndsWith(' '))
        {
            line.Append(cell);
            return;
        }

        line.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }
}
