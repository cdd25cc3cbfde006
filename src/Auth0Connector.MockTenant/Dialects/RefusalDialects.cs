using System.Globalization;

namespace Auth0Connector.MockTenant.Dialects;

/// <summary>Refusals, by words about the feature or by a bare status.</summary>
internal static class RefusalDialects
{
    public static IReadOnlyList<Dialect> All { get; } =
    [
        Off(400, "400 and `feature_not_enabled`", "This feature is not enabled for this tenant.", "feature_not_enabled"),
        Off(403, "403 and `insufficient_entitlement`", "This feature is not available on your plan.", "insufficient_entitlement"),
        Off(404, "a JSON 404 that names the feature", "This feature is not enabled for this tenant.", "feature_not_enabled"),
        Off(405, "405", "Method Not Allowed"),
        Off(410, "410", "This endpoint is gone."),
        Off(422, "422", "The request cannot be processed."),
        Off(501, "501", "Not Implemented"),
        new("bare-403", "Every second thing's list is refused with a 403 that names no reason.", DialectPlaces.OfOneThing)
        {
            Rewrite = static odd =>
            {
                if (odd.Tenant.ParentOf(odd) % 2 == 1)
                {
                    odd.Fail(403, "Forbidden");
                }
            },
        },
    ];

    private static Dialect Off(int status, string how, string message, string? errorCode = null) => new(
        string.Create(CultureInfo.InvariantCulture, $"feature-off-{status}"),
        $"The feature is off, said by {how}.",
        DialectPlaces.ListsAndExport)
    {
        Rewrite = odd => odd.Fail(status, message, errorCode),
    };
}
