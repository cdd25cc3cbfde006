using System.Text.Json.Nodes;
using Auth0Connector.MockTenant.Paging;

namespace Auth0Connector.MockTenant.Dialects;

/// <summary>Pages by number that are smaller, overlap, or lose rows between them.</summary>
internal static class PageDialects
{
    private const int Fewer = 50;
    private const int Overlap = 10;

    public static IReadOnlyList<Dialect> All { get; } =
    [
        new("bare-pages", "Pages by number are bare arrays of at most 50 rows, without totals, whatever was asked for.", DialectPlaces.ByNumber)
        {
            Repage = static (_, page) => page.IsCheckpoint ? page : Smaller(page) with { IncludeTotals = false },
        },
        new("small-pages", "Pages by number hold at most 50 rows, and their `limit` says so.", DialectPlaces.ByNumber)
        {
            Repage = static (_, page) => page.IsCheckpoint ? page : Smaller(page),
        },
        new("overlapping-pages", "Page n by number starts 10 n rows earlier than it should; the total is true.", DialectPlaces.ByNumber)
        {
            Repage = static (_, page) => page.IsCheckpoint ? page : page with { Start = Math.Max(page.Start - (Overlap * page.Number), 0) },
            Rewrite = static odd => Set(odd, "start", odd.Page is { } page ? page.Number * page.Size : 0),
        },
        new("short-pages", "Pages by number of more than 50 rows lack their last row; the total is true.", DialectPlaces.ByNumber)
        {
            Rewrite = static odd => Shorten(odd),
        },
        new("partial-content", "Lists are answered 206 with the first half of the page.", DialectPlaces.Lists)
        {
            Rewrite = static odd => Halve(odd),
        },
        new("null-lists", "An empty list is `null`.", DialectPlaces.Keyed)
        {
            Rewrite = static odd => Empty(odd, static (envelope, key) => envelope[key] = null),
        },
        new("absent-lists", "The key of an empty list is absent.", DialectPlaces.Keyed)
        {
            Rewrite = static odd => Empty(odd, static (envelope, key) => envelope.Remove(key)),
        },
    ];

    private static PageRequest Smaller(PageRequest page) => page.Size <= Fewer
        ? page
        : page with { Size = Fewer, Start = (int)Math.Min((long)page.Number * Fewer, int.MaxValue) };

    private static void Shorten(OddCall odd)
    {
        if (odd.Page is { IsCheckpoint: false, Size: > Fewer } && odd.Rows is { Count: > 0 } rows)
        {
            rows.RemoveAt(rows.Count - 1);
            Set(odd, "length", rows.Count);
        }
    }

    private static void Halve(OddCall odd)
    {
        if (odd.Rows is { } rows)
        {
            rows.RemoveRange(rows.Count / 2, rows.Count - (rows.Count / 2));
            Set(odd, "length", rows.Count);
            odd.Finish();
            odd.Call.Status = 206;
        }
    }

    private static void Empty(OddCall odd, Action<JsonObject, string> change)
    {
        if (odd is { Envelope: { } envelope, Rows.Count: 0, Listing.Key: { } key })
        {
            change(envelope, key);
        }
    }

    private static void Set(OddCall odd, string name, int value)
    {
        if (odd.Envelope is { } envelope && envelope.ContainsKey(name))
        {
            envelope[name] = value;
        }
    }
}
