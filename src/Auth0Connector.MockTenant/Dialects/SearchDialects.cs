namespace Auth0Connector.MockTenant.Dialects;

/// <summary>A user search that does not do what it is asked.</summary>
internal static class SearchDialects
{
    public static IReadOnlyList<Dialect> All { get; } =
    [
        new("deaf-search", "The user search ignores `q`: every window has everybody.", DialectPlaces.Only("users"))
        {
            Ask = static odd => odd.Call.Target = odd.Call.Target.Without("q"),
        },
        new("refused-sort", "`sort` is refused with 400.", DialectPlaces.Only("users"))
        {
            Instead = static odd =>
            {
                var refused = odd.Call.Target.Has("sort");
                if (refused)
                {
                    odd.Fail(400, "Sorting is not supported for this tenant.", "operation_not_supported");
                }

                return refused;
            },
        },
    ];
}
