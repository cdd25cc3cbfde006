namespace Auth0Connector.MockTenant.Dialects;

/// <summary>Checkpoint paging that never comes to an end mark.</summary>
internal static class EndlessCursorDialects
{
    public static IReadOnlyList<Dialect> All { get; } =
    [
        new("cursor-circle", "Cursors go A, B, A, B with the rows of those pages, for ever.", DialectPlaces.ByCursor)
        {
            Rewrite = static odd => CursorDialects.Name(odd, odd.Page is { Start: 0 } page ? page.Size : 0),
        },
        new("same-cursor", "Every page names the same next one, for ever.", DialectPlaces.ByCursor)
        {
            Rewrite = static odd => CursorDialects.Name(odd, odd.Page?.Size ?? 0),
        },
        new("endless-pages", "Every page is empty and names a fresh cursor, for ever.", DialectPlaces.ByCursor)
        {
            Rewrite = static odd =>
            {
                if (odd is { Page: { IsCheckpoint: true } page, Rows: { } rows })
                {
                    rows.Clear();
                    CursorDialects.Name(odd, page.Start + 1);
                }
            },
        },
    ];
}
