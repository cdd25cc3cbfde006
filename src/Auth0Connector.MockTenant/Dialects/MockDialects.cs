using Auth0Connector.MockTenant.Dialects;

namespace Auth0Connector.MockTenant;

/// <summary>The dialects that the mock tenant speaks on request.</summary>
public static class MockDialects
{
    /// <summary>All of them, in the order in which they change an answer.</summary>
    public static IReadOnlyList<MockDialect> All { get; } =
    [
        .. DialectTable.All.Select(static x => new MockDialect(
            x.Name, x.Does, x.Places.Words, [.. MockListings.All.Where(x.Places.Hold).Select(static place => place.Name)])),
    ];

    /// <summary>Splits <c>NAME</c> or <c>NAME@LISTING</c>; the listing is null where none is named.</summary>
    public static (string Name, string? Listing) Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at < 0 ? (text, null) : (text[..at], text[(at + 1)..]);
    }
}
