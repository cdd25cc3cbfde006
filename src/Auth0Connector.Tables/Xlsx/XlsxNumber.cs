using System.Globalization;

namespace Auth0Connector.Tables.Xlsx;

/// <summary>The places of rows and cells in a workbook, such as <c>C7</c>.</summary>
internal static class XlsxNumber
{
    /// <summary>The last column that a sheet has (XFD), from 0.</summary>
    public const int LastColumn = 16_383;

    public static int? Of(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static int? ColumnOf(string? place)
    {
        var column = 0;
        foreach (var letter in place ?? string.Empty)
        {
            if (!char.IsAsciiLetter(letter) || column > LastColumn)
            {
                break;
            }

            column = (column * 26) + (char.ToUpperInvariant(letter) - 'A' + 1);
        }

        return column == 0 ? null : column - 1;
    }
}
