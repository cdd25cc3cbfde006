using Auth0Connector.MockTenant.Paging;

namespace Auth0Connector.MockTenant.Dialects;

/// <summary>One oddity, as what it does to the question and to the answer.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Does">What is odd, in one sentence.</param>
/// <param name="Places">Where it makes sense.</param>
internal sealed record Dialect(string Name, string Does, DialectPlaces Places)
{
    /// <summary>Changes what the endpoint is asked, before it is asked.</summary>
    public Action<OddCall>? Ask { get; init; }

    /// <summary>Changes the page that is answered.</summary>
    public Func<OddCall, PageRequest, PageRequest>? Repage { get; init; }

    /// <summary>Answers in the endpoint's place; false leaves it to the endpoint.</summary>
    public Func<OddCall, bool>? Instead { get; init; }

    /// <summary>Changes a good answer.</summary>
    public Action<OddCall>? Rewrite { get; init; }
}

/// <summary>Where a dialect makes sense.</summary>
/// <param name="Words">The same for people.</param>
/// <param name="Hold">Whether a listing is one of these.</param>
internal sealed record DialectPlaces(string Words, Func<MockListing, bool> Hold)
{
    public static DialectPlaces Lists { get; } = new("every list", static x => x.Kind == ListingKind.Rows);

    public static DialectPlaces ByNumber { get; } = new("every list by number", static x => x.Kind == ListingKind.Rows && x.ByNumber);

    public static DialectPlaces ByCursor { get; } = new("every list by cursor", static x => x.ByCursor);

    public static DialectPlaces OfOneThing { get; } = new("every list of one thing", static x => x.HasParent);

    public static DialectPlaces Keyed { get; } = new("every list", static x => x.Key is not null);

    public static DialectPlaces ListsAndThings { get; } = new("every list, every single thing", static x => x.Kind is ListingKind.Rows or ListingKind.Thing);

    public static DialectPlaces Everything { get; } = new("everything but the token", static x => x.Kind is not ListingKind.Token);

    public static DialectPlaces ListsAndExport { get; } = new("every list, `export`", static x => x.Kind is ListingKind.Rows or ListingKind.Export);

    public static DialectPlaces Only(params string[] names) => new(
        string.Join(", ", names.Select(static x => $"`{x}`")), x => names.Contains(x.Name, StringComparer.Ordinal));
}
