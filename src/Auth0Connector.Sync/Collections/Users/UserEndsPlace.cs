using System.Globalization;
using Auth0Connector.ManagementApi.Paging;

namespace Auth0Connector.Sync.Collections.Users;

/// <summary>
/// Where the next page starts in a window that nothing divides and that is read from both ends, again and again until two
/// readings in a row name the same people.
/// </summary>
internal sealed record UserEndsPlace
{
    private const string Mark = "ends ";
    private const string Nothing = "-";
    private static readonly string[] Directions = ["user_id:1", "user_id:-1"];

    /// <summary>Which reading this is, from 1.</summary>
    public int Reading { get; init; } = 1;

    /// <summary>Which end it is read from: 0 for the first users by id, 1 for the last.</summary>
    public int End { get; init; }

    /// <summary>The page's cursor; <see langword="null"/> for the first.</summary>
    public string? Page { get; init; }

    /// <summary>What the reading before met; <see langword="null"/> in the first.</summary>
    public IdSet? Before { get; init; }

    /// <summary>What this reading has met.</summary>
    public IdSet Met { get; init; } = new();

    /// <summary>The order in which this end comes first.</summary>
    public string Direction => Directions[End];

    /// <summary>Whether this end is the last of the reading.</summary>
    public bool IsLastEnd => End == Directions.Length - 1;

    /// <summary>The other end.</summary>
    public UserEndsPlace NextEnd() => this with { End = End + 1, Page = null };

    /// <summary>The beginning of the next reading.</summary>
    public UserEndsPlace Again() => new() { Reading = Reading + 1, Before = Met };

    /// <summary>Whether a cursor is one of this sort.</summary>
    public static bool Is(string cursor) => cursor.StartsWith(Mark, StringComparison.Ordinal);

    /// <exception cref="FormatException">The text is no such place.</exception>
    public static UserEndsPlace Parse(string cursor)
    {
        // The page's own cursor is opaque and stands last.
        var parts = cursor[Mark.Length..].Split(' ', 5);
        return parts is [var reading, var end, var before, var met, var page] && end is "0" or "1"
            ? new UserEndsPlace
            {
                Reading = int.Parse(reading, NumberStyles.None, CultureInfo.InvariantCulture),
                End = int.Parse(end, NumberStyles.None, CultureInfo.InvariantCulture),
                Before = before == Nothing ? null : IdSet.Parse(before),
                Met = IdSet.Parse(met),
                Page = page.Length == 0 ? null : page,
            }
            : throw new FormatException("no place in a window that is read from both ends");
    }

    public string ToCursor() => string.Create(CultureInfo.InvariantCulture, $"{Mark}{Reading} {End} {Before?.ToString() ?? Nothing} {Met} {Page}");
}
