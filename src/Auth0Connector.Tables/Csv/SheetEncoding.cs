using System.Text;

namespace Auth0Connector.Tables.Csv;

/// <summary>Turns the bytes of a sheet into text: UTF-8, UTF-16 as Excel's "Unicode text", or the one-byte letters of older programs.</summary>
internal static class SheetEncoding
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text without a byte order mark, and whether letters beyond ASCII are only guessed.</summary>
    public static (string Text, bool IsGuessed) Decode(byte[] file)
    {
        var text = file switch
        {
            [0xEF, 0xBB, 0xBF, ..] => Utf8(file.AsSpan(3)),
            [0xFF, 0xFE, 0x00, 0x00, ..] => Wide(file.AsSpan(4), new UTF32Encoding(bigEndian: false, byteOrderMark: false, throwOnInvalidCharacters: true)),
            [0xFF, 0xFE, ..] => Wide(file.AsSpan(2), new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true)),
            [0xFE, 0xFF, ..] => Wide(file.AsSpan(2), new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true)),
            [not 0, 0, not 0, 0, ..] => Wide(file, new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true)),
            [0, not 0, 0, not 0, ..] => Wide(file, new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true)),
            _ => Utf8(file),
        };
        var isGuessed = text is null;
        text ??= Encoding.Latin1.GetString(file);
        return text.Contains('\0', StringComparison.Ordinal)
            ? throw new SheetException($"line {LineOf(text, text.IndexOf('\0', StringComparison.Ordinal))} holds a zero byte: this is no sheet, or a damaged one; save it again from the spreadsheet program")
            : (text, isGuessed);
    }

    private static string? Utf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string Wide(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (Exception broken) when (broken is DecoderFallbackException or ArgumentException)
        {
            throw new SheetException("begins as Unicode text but holds what is none: it is damaged; save it again from the spreadsheet program", broken);
        }
    }

    private static int LineOf(string text, int at) => 1 + text.AsSpan(0, at).Count('\n');
}
