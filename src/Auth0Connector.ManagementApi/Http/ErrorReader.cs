using System.Net;
using System.Text.Json;
using Auth0Connector.ManagementApi.Json;

namespace Auth0Connector.ManagementApi.Http;

/// <summary>Turns an error answer into an exception that a person can act on (API reference, section 2).</summary>
internal static class ErrorReader
{
    private const string ScopePrefix = "Insufficient scope, expected";

    public static ManagementApiException Read(string endpoint, bool isWrite, HttpStatusCode status, ReadOnlySpan<byte> body)
    {
        var answer = Parse(body);
        var code = answer?.ErrorCode;
        var (kind, message) = status switch
        {
            HttpStatusCode.Unauthorized => (ManagementApiErrorKind.CredentialsRefused, "the token was refused, also after it was renewed"),
            HttpStatusCode.Forbidden when IsScope(answer) => (ManagementApiErrorKind.MissingScope, answer?.Message ?? "the token lacks a scope"),
            HttpStatusCode.Forbidden => (ManagementApiErrorKind.FeatureMissing, "the tenant refuses this endpoint" + Suffix(answer)),
            HttpStatusCode.Conflict => (ManagementApiErrorKind.Conflict, "is there already, or a limit is reached" + Suffix(answer)),
            HttpStatusCode.NotFound => (ManagementApiErrorKind.NotFound, "not found"),
            _ => (ManagementApiErrorKind.BadRequest, $"the tenant answered {(int)status}" + Suffix(answer)),
        };
        return new ManagementApiException(kind, $"{endpoint}: {message}")
        {
            StatusCode = status,
            ErrorCode = code,
            IsWrite = isWrite,
            Endpoint = endpoint,
            ExpectedScopes = kind == ManagementApiErrorKind.MissingScope ? Scopes(answer?.Message ?? "") : [],
        };
    }

    public static ErrorAnswer? Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, ManagementApiJson.Default.ErrorAnswer);
        }
        catch (JsonException)
        {
            // Edge proxies answer with HTML (section 2).
            return null;
        }
    }

    private static bool IsScope(ErrorAnswer? answer) =>
        answer?.ErrorCode == "insufficient_scope" || answer?.Message?.StartsWith(ScopePrefix, StringComparison.Ordinal) == true;

    // Only the code is shown: a message may quote what was asked for, ids and addresses of people included.
    private static string Suffix(ErrorAnswer? answer) => answer?.ErrorCode is { Length: > 0 and < 64 } code ? $" ({code})" : "";

    private static List<string> Scopes(string message)
    {
        var colon = message.IndexOf(':', StringComparison.Ordinal);
        return colon < 0
            ? []
            : [.. message[(colon + 1)..].Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)];
    }
}
