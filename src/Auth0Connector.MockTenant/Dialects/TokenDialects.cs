using System.Text.Json.Nodes;
using Auth0Connector.MockTenant.Http;

namespace Auth0Connector.MockTenant.Dialects;

/// <summary>Odd answers of the token endpoint.</summary>
internal static class TokenDialects
{
    public static IReadOnlyList<Dialect> All { get; } =
    [
        new("token-quota-hour", "Tokens are refused with 429, `Retry-After: 3600` and the header of the quota.", DialectPlaces.Only("token"))
        {
            Instead = static odd =>
            {
                odd.Call.SetHeader("Retry-After", "3600");
                odd.Call.SetHeader("Auth0-Client-Quota-Limit", "b=per_hour;q=10;r=0;t=3600");
                odd.Call.FailToken(429, "too_many_requests", "Client quota exceeded");
                return true;
            },
        },
        new("token-line-break", "The access token holds a line break.", DialectPlaces.Only("token"))
        {
            Rewrite = static odd =>
            {
                if (odd.Json is JsonObject answer && answer["access_token"] is { } token)
                {
                    answer["access_token"] = token.GetValue<string>().Insert(4, "\r\n");
                }
            },
        },
    ];
}
