using Auth0Connector.Tables.Csv;
using Auth0Connector.Tables.Xlsx;

namespace Auth0Connector.Tables.Reading;

/// <summary>Reads a sheet in every form in which spreadsheet programs save one: text of any separator and encoding, or a workbook.</summary>
public static class SheetReader
{
    private static ReadOnlySpan<byte> Zip => "PK\u0003\u0004"u8;

    private static ReadOnlySpan<byte> Compound => [0xD0, 0xCF, 0x11, 0xE0];

    /// <summary>The sheets of a file; one, unless it is a workbook.</summary>
    /// <exception cref="SheetException">It cannot be read.</exception>
    public static IReadOnlyList<SheetTable> Read(byte[] file)
    {
        if (file.AsSpan().StartsWith(Zip))
        {
            return XlsxReader.Read(file);
        }

        if (file.AsSpan().StartsWith(Compound))
        {
            throw new SheetException("is an old workbook (.xls) or one with a password; save it as .xlsx without one, or its sheet as CSV");
        }

        var (text, isGuessed) = SheetEncoding.Decode(file);
        return [new SheetTable(Name: null, [.. DelimitedText.Read(text).Where(static row => !row.IsBlank)], isGuessed)];
    }
}
