using System.Globalization;

namespace Auth0Connector.Sync.Syncers.Users;

/// <summary>Where in a window the next page starts, as a cursor.</summary>
/// <param name="Reading">Which reading of the window this is, from 1.</param>
/// <param name="Page">The page's cursor; <see langword="null"/> for the first.</param>
/// <param name="Met">Users met on the reading's pages before.</param>
/// <param name="Total">Total that the page before stated.</param>
internal sealed record UserWindowPlace(int Reading, string? Page, long Met, long Total)
{
    public static UserWindowPlace Beginning { get; } = new(1, null, 0, 0);

    public static UserWindowPlace Parse(string? cursor)
    {
        // The page's own cursor is opaque and stands last.
        var parts = (cursor ?? "").Split(' ', 4);
        return cursor is not null
            ? new UserWindowPlace(
                int.Parse(parts[0], CultureInfo.InvariantCulture),
                parts[3].Length == 0 ? null : parts[3],
                long.Parse(parts[1], CultureInfo.InvariantCulture),
                long.Parse(parts[2], CultureInfo.InvariantCulture))
            : Beginning;
    }

    public string ToCursor() => string.Create(CultureInfo.InvariantCulture, $"{Reading} {Met} {Total} {Page}");
}
