using System.Globalization;

namespace Auth0Connector.AccessFile.Format;

/// <summary>
/// Times as text in the database (format section 2.3): <c>YYYY-MM-DD HH:MM:SS[.fffffffff]</c>, no zone, trailing zeros of
/// the fraction trimmed. Readers order them byte by byte, so writing uses exactly this layout, always in UTC.
/// </summary>
public static class SyncTimestamp
{
    private const string Layout = "yyyy-MM-dd HH:mm:ss.FFFFFFF";

    private static readonly string[] ReadLayouts =
    [
        "yyyy-MM-dd HH:mm:ss.FFFFFFF",
        "yyyy-MM-dd HH:mm:ss.FFFFFFFzzz",
        "yyyy-MM-ddTHH:mm:ss.FFFFFFF",
        "yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz",
        "yyyy-MM-dd HH:mm",
        "yyyy-MM-ddTHH:mm",
        "yyyy-MM-dd",
    ];

    /// <summary>The text for the database.</summary>
    public static string Format(DateTimeOffset time)
    {
        return time.UtcDateTime.ToString(Layout, CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// Reads what other writers store as well: <c>T</c> or space, up to nine digits of fraction, <c>Z</c>, an offset, or no
    /// zone, which is taken for UTC as the ecosystem's readers do.
    /// </summary>
    public static bool TryParse(string? text, out DateTimeOffset time)
    {
        time = default;
        if (text is null)
        {
            return false;
        }

        var candidate = CutToTicks(text.Trim());
        if (candidate.EndsWith('Z') || candidate.EndsWith('z'))
        {
            candidate = candidate[..^1] + "+00:00";
        }

        return DateTimeOffset.TryParseExact(
            candidate,
            ReadLayouts,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out time);
    }

    // .NET keeps seven digits; the nanoseconds of Go are cut.
    private static string CutToTicks(string text)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
        {
            return text;
        }

        var end = dot + 1;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end - dot - 1 <= 7 ? text : string.Concat(text.AsSpan(0, dot + 8), text.AsSpan(end));
    }
}
