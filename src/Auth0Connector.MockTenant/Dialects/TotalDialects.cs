using System.Globalization;
using System.Text.Json.Nodes;

namespace Auth0Connector.MockTenant.Dialects;

/// <summary>Totals that are absent or not true.</summary>
internal static class TotalDialects
{
    private const int Cap = 1000;
    private const long Huge = 1_000_000_000_000_000_000;

    public static IReadOnlyList<Dialect> All { get; } =
    [
        new("no-totals", "The envelope of pages by number has no `total`.", DialectPlaces.ByNumber)
        {
            Rewrite = static odd => odd.Envelope?.Remove("total"),
        },
        new("zero-totals", "The `total` is 0 beside rows.", DialectPlaces.ByNumber)
        {
            Rewrite = static odd => Change(odd, static _ => 0),
        },
        new("capped-totals", "The `total` is never above 1000.", DialectPlaces.ByNumber)
        {
            Rewrite = static odd => Change(odd, static total => Math.Min(total, Cap)),
        },
        new("huge-totals", "The `total` is 10^18.", DialectPlaces.ByNumber)
        {
            Rewrite = static odd => Change(odd, static _ => Huge),
        },
        new("text-totals", "The `total` is a text.", DialectPlaces.ByNumber)
        {
            Rewrite = static odd => Change(odd, static total => total.ToString(CultureInfo.InvariantCulture)),
        },
    ];

    private static void Change(OddCall odd, Func<long, JsonNode> change)
    {
        if (odd.Envelope is { } envelope && envelope["total"] is JsonValue total && total.TryGetValue<long>(out var number))
        {
            envelope["total"] = change(number);
        }
    }
}
