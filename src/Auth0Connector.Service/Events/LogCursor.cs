using System.Globalization;

namespace Auth0Connector.Service.Events;

/// <summary>How far the tenant's log was told: after which line, and how many events of the next one. As text it means nothing to others.</summary>
/// <param name="After">Id of the last line that was told whole; empty where none was.</param>
/// <param name="Told">Events of the line after it that were told already.</param>
/// <param name="Since">Where no line was told: from when on lines count.</param>
internal readonly record struct LogCursor(string After, int Told, DateTimeOffset? Since)
{
    private const string Version = "v1";
    private const char Separator = ':';
    private const int MostIdCharacters = 256;

    /// <summary>Reads the text of one.</summary>
    /// <exception cref="FormatException">It is none of ours.</exception>
    public static LogCursor Parse(string text)
    {
        var parts = text.Split(Separator);
        if (parts is not [Version, { Length: <= MostIdCharacters } after, var told, var since]
            || !after.All(char.IsAsciiLetterOrDigit)
            || !int.TryParse(told, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || (since.Length > 0) == (after.Length > 0)
            || (since.Length > 0 && (!long.TryParse(since, NumberStyles.None, CultureInfo.InvariantCulture, out var time) || time > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())))
        {
            throw new FormatException("the cursor is none of this feed");
        }

        return new LogCursor(after, count, since.Length > 0 ? DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(since, CultureInfo.InvariantCulture)) : null);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Version}{Separator}{After}{Separator}{Told}{Separator}{Since?.ToUnixTimeMilliseconds()}");
}
