using System.Text.Json.Nodes;
using Auth0Connector.MockTenant.Paging;

namespace Auth0Connector.MockTenant.Dialects;

/// <summary>Checkpoint paging that is not understood, forgotten, or ends in another way.</summary>
internal static class CursorDialects
{
    private const int UsualSize = 50;

    // Two pages without rows follow every page with some: a cursor's position is three times the true one and the step.
    private const int Steps = 3;

    public static IReadOnlyList<Dialect> All { get; } =
    [
        new("no-checkpoint", "`take` and `from` are ignored: a bare array of the first 50 rows.", DialectPlaces.ByCursor)
        {
            Repage = static (_, page) => page.IsCheckpoint ? new PageRequest(false, 0, UsualSize, false) : page,
        },
        new("offset-envelope", "`take` is answered by the envelope of page 0 by number.", DialectPlaces.ByCursor)
        {
            Repage = static (_, page) => page.IsCheckpoint ? new PageRequest(false, 0, page.Size, true) : page,
        },
        new("late-rows", "Two empty pages with a fresh cursor come between any two pages with rows.", DialectPlaces.ByCursor)
        {
            Repage = static (_, page) => !page.IsCheckpoint ? page
                : page.Start % Steps == 0 ? page with { Start = page.Start / Steps }
                : page with { Start = page.Start / Steps, Size = 0 },
            Rewrite = static odd => Delay(odd),
        },
        new("next-on-last", "The last page with rows names a next one, which is empty.", DialectPlaces.ByCursor)
        {
            Rewrite = static odd =>
            {
                if (odd is { Page: { IsCheckpoint: true } page, Rows: { Count: > 0 } rows } && !Names(odd, out _))
                {
                    Name(odd, page.Start + rows.Count);
                }
            },
        },
        new("no-next-on-last", "A page with fewer rows than asked for names no next one.", DialectPlaces.ByCursor)
        {
            Rewrite = static odd =>
            {
                if (odd is { Page: { IsCheckpoint: true } page, Rows: { } rows } && rows.Count < page.Size)
                {
                    odd.Envelope?.Remove("next");
                }
            },
        },
        new("expired-cursors", "The first cursor of a listing is refused with 400 invalid_paging; a list begun anew works.", DialectPlaces.ByCursor)
        {
            Instead = static odd =>
            {
                var refused = odd.Call.Target.Has("from") && odd.Tenant.IsFirst($"from {odd.Call.Target.Path}?{odd.Call.Target["owner_id"]}");
                if (refused)
                {
                    odd.Fail(400, "The 'from' parameter is not a valid checkpoint.", "invalid_paging");
                }

                return refused;
            },
        },
    ];

    /// <summary>Has the page name a next one.</summary>
    public static void Name(OddCall odd, int position)
    {
        if (odd is { Page.IsCheckpoint: true, Envelope: { } envelope })
        {
            envelope["next"] = Cursor.Write(position, odd.Call.Target.Path);
        }
    }

    private static bool Names(OddCall odd, out int position)
    {
        position = 0;
        return odd.Envelope?["next"] is JsonValue next && next.TryGetValue<string>(out var text)
            && Cursor.TryRead(text, odd.Call.Target.Path, out position);
    }

    private static void Delay(OddCall odd)
    {
        var asked = odd.Call.Target["from"] is { } from && Cursor.TryRead(from, odd.Call.Target.Path, out var position) ? position : 0;
        if (asked % Steps != 0)
        {
            Name(odd, asked % Steps == 1 ? asked + 1 : asked - (Steps - 1));
        }
        else if (Names(odd, out var next))
        {
            Name(odd, (next * Steps) + 1);
        }
    }
}
