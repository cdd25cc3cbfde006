using System.Globalization;
using Auth0Connector.AccessFile.Format;
using Google.Protobuf.WellKnownTypes;

namespace Auth0Connector.Analysis.Json;

/// <summary>Times as protojson has them: RFC 3339 in UTC with 0, 3, 6 or 9 digits of fraction.</summary>
public static class JsonTime
{
    private const int NanosecondsPerTick = 100;

    /// <summary>A timestamp; null outside of the years 1 to 9999, which protojson has no text for.</summary>
    public static string? Of(Timestamp time)
    {
        // 0001-01-01 and 9999-12-31 in seconds of Unix time.
        return time.Seconds is < -62_135_596_800 or > 253_402_300_799 || time.Nanos is < 0 or > 999_999_999
            ? null
            : Of(DateTimeOffset.FromUnixTimeSeconds(time.Seconds), time.Nanos);
    }

    /// <summary>A time as the database holds it, all nine digits of its fraction; null when it is none.</summary>
    public static string? OfDatabase(string? text)
    {
        if (!SyncTimestamp.TryParse(text, out var time))
        {
            return null;
        }

        var nanoseconds = (int)(time.Ticks % TimeSpan.TicksPerSecond) * NanosecondsPerTick;
        var dot = text!.IndexOf('.', StringComparison.Ordinal);
        var digits = dot < 0 ? string.Empty : string.Concat(text[(dot + 1)..].TakeWhile(char.IsAsciiDigit));
        if (digits.Length is 8 or 9)
        {
            nanoseconds += int.Parse(digits[7..].PadRight(2, '0'), NumberStyles.None, CultureInfo.InvariantCulture);
        }

        return Of(time, nanoseconds);
    }

    private static string Of(DateTimeOffset time, int nanoseconds)
    {
        var fraction = nanoseconds.ToString("000000000", CultureInfo.InvariantCulture);
        var shown = nanoseconds == 0 ? string.Empty
            : nanoseconds % 1_000_000 == 0 ? "." + fraction[..3]
            : nanoseconds % 1_000 == 0 ? "." + fraction[..6]
            : "." + fraction;
        return time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture) + shown + "Z";
    }
}
