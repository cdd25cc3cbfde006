using System.Globalization;

namespace Auth0Connector.Service.Events;

/// <summary>How far the tenant's log was told: after which line, and how many events of the next one. As text it means nothing to others.</summary>
/// <param name="After">Id of the last line that was told whole; empty where none was.</param>
/// <param name="Within">Id of the line after it of which a part was told; empty where none was begun.</param>
/// <param name="Told">Events of that line that were told.</param>
/// <param name="Since">Where no line was told whole: from when on lines count.</param>
internal readonly record struct LogCursor(string After, string Within, int Told, DateTimeOffset? Since)
{
    private const string Version = "v1";
    private const char Separator = ':';
    private const int MostIdCharacters = 256;

    /// <summary>Behind a line.</summary>
    public static LogCursor Behind(string line) => new(line, "", 0, null);

    /// <summary>Before the first line since a time.</summary>
    public static LogCursor From(DateTimeOffset since) => new("", "", 0, since);

    /// <summary>How many events of a line were told already; a line that is another than the one that was begun was never told.</summary>
    public int ToldOf(string line) => line == Within ? Told : 0;

    /// <summary>Reads the text of one.</summary>
    /// <exception cref="FormatException">It is none of ours.</exception>
    public static LogCursor Parse(string text)
    {
        var parts = text.Split(Separator);
        if (parts is not [Version, var after, var within, var told, var since]
            || !IsId(after)
            || !IsId(within)
            || !int.TryParse(told, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || (since.Length > 0) == (after.Length > 0)
            || !TryTime(since, out var time))
        {
            throw new FormatException("the cursor is none of this feed");
        }

        return new LogCursor(after, within, count, time);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Version}{Separator}{After}{Separator}{Within}{Separator}{Told}{Separator}{Since?.ToUnixTimeMilliseconds()}");

    private static bool IsId(string text) => text.Length <= MostIdCharacters && text.All(char.IsAsciiLetterOrDigit);

    private static bool TryTime(string text, out DateTimeOffset? time)
    {
        time = null;
        if (text.Length > 0)
        {
            if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) || milliseconds > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())
            {
                return false;
            }

            time = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
        }

        return true;
    }
}
