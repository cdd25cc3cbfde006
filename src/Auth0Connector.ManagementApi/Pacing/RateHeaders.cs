using System.Globalization;
using System.Net.Http.Headers;

namespace Auth0Connector.ManagementApi.Pacing;

/// <summary>What an answer says about its bucket (API reference, section 7).</summary>
/// <param name="Limit">Size of the bucket.</param>
/// <param name="Remaining">Whole tokens left after this request.</param>
internal readonly record struct RateHeaders(int Limit, int Remaining)
{
    /// <summary>The headers of an answer; <see langword="null"/> where the endpoint has no limit, or none it tells.</summary>
    public static RateHeaders? Read(HttpResponseHeaders headers) =>
        Number(headers, "x-ratelimit-limit") is { } limit and > 0 && Number(headers, "x-ratelimit-remaining") is { } remaining and >= 0
            ? new RateHeaders(limit, remaining)
            : null;

    private static int? Number(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values)
        && int.TryParse(values.FirstOrDefault(), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
