using System.Globalization;
using Auth0Connector.ManagementApi.Paging;

namespace Auth0Connector.Sync.Collections.Users;

/// <summary>Where in a window the next page starts, as a cursor: from an instant on, or by number.</summary>
internal sealed record UserWindowPlace
{
    private const string SinceMark = "since ";
    private const string NumbersMark = "numbers ";

    private UserWindowPlace(long? since, IdSet met, string? page, bool isByNumber)
    {
        Since = since;
        Met = met;
        Page = page;
        IsByNumber = isByNumber;
    }

    /// <summary>The instant of the last person that was met, in milliseconds; <see langword="null"/> before the first page.</summary>
    public long? Since { get; }

    /// <summary>Who was met from that instant on, and will come again on the next page.</summary>
    public IdSet Met { get; }

    /// <summary>Whether the window is read by number, since search does not keep the order that is asked for.</summary>
    public bool IsByNumber { get; }

    /// <summary>The cursor of the listing by number.</summary>
    public string? Page { get; }

    public static UserWindowPlace Beginning { get; } = new(null, new IdSet(), null, false);

    public static UserWindowPlace From(long since, IdSet met) => new(since, met, null, false);

    public static UserWindowPlace ByNumber(string? page) => new(null, new IdSet(), page, true);

    /// <exception cref="FormatException">The text is no such place.</exception>
    public static UserWindowPlace Parse(string? cursor)
    {
        if (cursor is null)
        {
            return Beginning;
        }

        if (cursor.StartsWith(SinceMark, StringComparison.Ordinal))
        {
            return cursor[SinceMark.Length..].Split(' ') is [var since, var met]
                ? From(long.Parse(since, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture), IdSet.Parse(met))
                : throw new FormatException("no place in a window of users");
        }

        return cursor.StartsWith(NumbersMark, StringComparison.Ordinal)
            ? ByNumber(cursor.Length == NumbersMark.Length ? null : cursor[NumbersMark.Length..])
            : throw new FormatException("no place in a window of users");
    }

    public string ToCursor() => IsByNumber
        ? NumbersMark + Page
        : string.Create(CultureInfo.InvariantCulture, $"{SinceMark}{Since} {Met}");
}
