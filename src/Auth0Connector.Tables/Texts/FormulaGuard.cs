namespace Auth0Connector.Tables.Texts;

/// <summary>
/// The apostrophe that keeps a spreadsheet from running a text (https://owasp.org/www-community/attacks/CSV_Injection):
/// what <see cref="Add"/> puts there, <see cref="Remove"/> takes away, and nothing else.
/// </summary>
public static class FormulaGuard
{
    /// <summary>The text with an apostrophe before what would begin a formula.</summary>
    public static string Add(string text) => IsFormula(text.AsSpan().TrimStart('\'')) ? "'" + text : text;

    /// <summary>The text that was guarded.</summary>
    public static string Remove(string cell) =>
        cell.StartsWith('\'') && IsFormula(cell.AsSpan().TrimStart('\'')) ? cell[1..] : cell;

    // Some programs drop blanks before they look, and some read the full-width forms.
    private static bool IsFormula(ReadOnlySpan<char> text)
    {
        var start = text.TrimStart();
        return (start.Length > 0 && start[0] is '=' or '+' or '-' or '@' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20')
            || (text.Length > 0 && text[0] is '\t' or '\r');
    }
}
