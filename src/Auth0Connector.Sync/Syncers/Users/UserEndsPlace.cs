using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Auth0Connector.Sync.Syncers.Users;

/// <summary>Where the next page starts in a window that nothing divides and that is read from both ends, as a cursor.</summary>
/// <param name="End">Which end it is read from: 0 for the first users by id, 1 for the last.</param>
/// <param name="Total">Users in the window, as stated when it was to be cut.</param>
/// <param name="Page">The page's cursor; <see langword="null"/> for the first.</param>
internal sealed record UserEndsPlace(int End, long Total, string? Page)
{
    private const string Mark = "ends";

    private static readonly string[] Directions = ["user_id:1", "user_id:-1"];

    /// <summary>The order in which this end comes first.</summary>
    public string Direction => Directions[End];

    /// <summary>After this page: the end's next one, the other end, or nothing more.</summary>
    public UserEndsPlace? After(string? nextPage) =>
        nextPage is not null ? this with { Page = nextPage }
        : End + 1 < Directions.Length ? new UserEndsPlace(End + 1, Total, null)
        : null;

    public static bool TryParse(string? cursor, [NotNullWhen(true)] out UserEndsPlace? place)
    {
        // The page's own cursor is opaque and stands last.
        var parts = (cursor ?? "").Split(' ', 4);
        place = parts is [Mark, _, _, _]
            ? new UserEndsPlace(
                int.Parse(parts[1], CultureInfo.InvariantCulture),
                long.Parse(parts[2], CultureInfo.InvariantCulture),
                parts[3].Length == 0 ? null : parts[3])
            : null;
        return place is not null;
    }

    public string ToCursor() => string.Create(CultureInfo.InvariantCulture, $"{Mark} {End} {Total} {Page}");
}
