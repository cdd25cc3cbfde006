using System.Globalization;

namespace Auth0Connector.MockTenant.Data;

/// <summary>Milliseconds since 1970 as the API writes them: <c>2024-01-31T08:00:00.000Z</c>.</summary>
internal static class Instant
{
    private const long DayMilliseconds = 86_400_000;

    public static void AppendTo(Utf8Buffer target, long milliseconds)
    {
        var days = milliseconds / DayMilliseconds;
        var rest = milliseconds % DayMilliseconds;
        var (year, month, day) = FromDays(days);
        target.AppendDigits((ulong)year, 4);
        target.Append((byte)'-');
        target.AppendDigits((ulong)month, 2);
        target.Append((byte)'-');
        target.AppendDigits((ulong)day, 2);
        target.Append((byte)'T');
        target.AppendDigits((ulong)(rest / 3_600_000), 2);
        target.Append((byte)':');
        target.AppendDigits((ulong)(rest / 60_000 % 60), 2);
        target.Append((byte)':');
        target.AppendDigits((ulong)(rest / 1000 % 60), 2);
        target.Append((byte)'.');
        target.AppendDigits((ulong)(rest % 1000), 3);
        target.Append((byte)'Z');
    }

    public static string Format(long milliseconds) =>
        ToTime(milliseconds).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static DateTimeOffset ToTime(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    // Days to civil date, after http://howardhinnant.github.io/date_algorithms.html; several times faster
    // than DateTime's custom formats, which matters when a million people are written.
    private static (long Year, long Month, long Day) FromDays(long days)
    {
        var shifted = days + 719_468;
        var era = shifted / 146_097;
        var dayOfEra = shifted - (era * 146_097);
        var yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36_524) - (dayOfEra / 146_096)) / 365;
        var dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var monthIndex = ((5 * dayOfYear) + 2) / 153;
        var day = dayOfYear - (((153 * monthIndex) + 2) / 5) + 1;
        var month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9;
        var year = yearOfEra + (era * 400) + (month <= 2 ? 1 : 0);
        return (year, month, day);
    }
}
