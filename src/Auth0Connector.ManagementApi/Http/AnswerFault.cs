using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Auth0Connector.ManagementApi.Failures;

namespace Auth0Connector.ManagementApi.Http;

/// <summary>What is wrong with a good answer that cannot be read: cut or not even JSON, which may pass, or of another form, which will not.</summary>
internal static partial class AnswerFault
{
    // IdP attributes at the root of a user nest as deep as their provider likes.
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 1024 };

    public static TransientFaultException Of(JsonException unreadable, HttpStatusCode status, ReadOnlySpan<byte> body)
    {
        var isWhole = IsWhole(body);
        return new TransientFaultException(isWhole ? Form(unreadable) : "the answer is cut, or is no JSON", unreadable)
        {
            StatusCode = status,
            HasAnswer = true,
            BadAnswer = true,
            IsLasting = isWhole,
        };
    }

    private static bool IsWhole(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body, Options);
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Form(JsonException unreadable)
    {
        var what = unreadable is AnswerShapeException ? unreadable.Message : "the answer is not what the API documents";
        return unreadable.Path is { Length: > 1 and < 64 } path && FieldPath().IsMatch(path) ? $"{what} ('{path[2..]}')" : what;
    }

    // Only names of our own records: anything else could be a person's.
    [GeneratedRegex(@"^\$(\.[a-z_]+|\[\d+\])+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FieldPath();
}
