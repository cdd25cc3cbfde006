using System.Net;
using System.Text.Json;
using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.ManagementApi.Records;

namespace Auth0Connector.ManagementApi.Http;

/// <summary>Turns an error answer into an exception that a person can act on (API reference, section 2).</summary>
internal static class ErrorReader
{
    private const string ScopePrefix = "Insufficient scope, expected";

    // Words by which the tenant says that no request of the kind will do, not only this one.
    private static readonly string[] WholeKind = ["scope", "plan", "feature", "entitlement", "subscription", "enabled"];

    /// <summary>What the error means: for good, or a fault that may pass where it is not the API that answers.</summary>
    public static Exception Read(string endpoint, bool isWrite, HttpStatusCode status, ReadOnlySpan<byte> body)
    {
        var answer = Parse(body);
        if (status == HttpStatusCode.NotFound && answer?.StatusCode != (int)status)
        {
            // A proxy, an older release or a lagging node: what exists would be called deleted.
            return new TransientFaultException("the 404 is not the API's own")
            {
                StatusCode = status,
                HasAnswer = true,
                BadAnswer = true,
                IsLasting = true,
            };
        }

        var (kind, message) = KindOf(status, answer, isWrite);
        return new ManagementApiException(kind, $"{endpoint}: {message}")
        {
            StatusCode = status,
            ErrorCode = answer?.ErrorCode,
            IsWrite = isWrite,
            Endpoint = endpoint,
            AnswerText = answer?.Message,
            IsOfWholeKind = kind == ManagementApiErrorKind.MissingScope
                || (kind == ManagementApiErrorKind.FeatureMissing && (status != HttpStatusCode.Forbidden || NamesWholeKind(answer))),
            ExpectedScopes = kind == ManagementApiErrorKind.MissingScope ? Scopes(answer?.Message ?? "") : [],
        };
    }

    private static (ManagementApiErrorKind Kind, string Message) KindOf(HttpStatusCode status, ErrorAnswer? answer, bool isWrite) => status switch
    {
        HttpStatusCode.Unauthorized => (ManagementApiErrorKind.CredentialsRefused, "the token was refused, also after it was renewed"),
        HttpStatusCode.Forbidden when IsScope(answer) => (ManagementApiErrorKind.MissingScope, answer?.Message ?? "the token lacks a scope"),
        HttpStatusCode.Forbidden => (ManagementApiErrorKind.FeatureMissing, "the tenant refuses this endpoint" + Suffix(answer)),
        HttpStatusCode.Conflict => (ManagementApiErrorKind.Conflict, "is there already, or a limit is reached" + Suffix(answer)),
        HttpStatusCode.NotFound => (ManagementApiErrorKind.NotFound, "not found"),
        _ when !isWrite && IsOff(status, answer) => (ManagementApiErrorKind.FeatureMissing, $"the tenant answered {(int)status}: the feature is off" + Suffix(answer)),
        _ => (ManagementApiErrorKind.BadRequest, $"the tenant answered {(int)status}" + Suffix(answer)),
    };

    // A feature that is off is said in many ways (API reference, section 11).
    private static bool IsOff(HttpStatusCode status, ErrorAnswer? answer) =>
        status is HttpStatusCode.MethodNotAllowed or HttpStatusCode.Gone or HttpStatusCode.UnprocessableEntity or HttpStatusCode.NotImplemented
        || (status == HttpStatusCode.BadRequest && answer?.ErrorCode == "feature_not_enabled");

    private static bool NamesWholeKind(ErrorAnswer? answer) =>
        WholeKind.Any(word => answer?.ErrorCode?.Contains(word, StringComparison.OrdinalIgnoreCase) == true
            || answer?.Message?.Contains(word, StringComparison.OrdinalIgnoreCase) == true);

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
