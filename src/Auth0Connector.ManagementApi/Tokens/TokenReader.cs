using System.Buffers;
using System.Net;
using System.Text.Json;
using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.ManagementApi.Http;
using Auth0Connector.ManagementApi.Records;

namespace Auth0Connector.ManagementApi.Tokens;

/// <summary>Reads a good answer of <c>/oauth/token</c>, and insists on a token that a request can carry.</summary>
internal static class TokenReader
{
    /// <summary>No server takes a header of more, and tokens with every scope there is stay far below.</summary>
    public const int MostCharacters = 1 << 16;

    private const long UsualSeconds = 86400;

    private static readonly TimeSpan LongestMargin = TimeSpan.FromMinutes(2);

    // What a header may hold without a blank: RFC 6750 allows less still.
    private static readonly SearchValues<char> Visible = SearchValues.Create([.. Enumerable.Range(0x21, 0x7E - 0x20).Select(static code => (char)code)]);

    /// <exception cref="TransientFaultException">There is no such token in the answer.</exception>
    public static AccessToken Read(HttpStatusCode status, ReadOnlySpan<byte> body, DateTimeOffset asked)
    {
        var answer = Parse(status, body);
        if (Mistake(answer) is { } mistake)
        {
            throw new TransientFaultException(mistake) { StatusCode = status, HasAnswer = true, BadAnswer = true, IsLasting = true };
        }

        // A lifetime that makes no sense is as good as none: a token that has expired shows itself by a 401.
        var lifetime = TimeSpan.FromSeconds(answer.ExpiresIn is > 0 and var seconds ? Math.Min(seconds, 30 * UsualSeconds) : UsualSeconds);
        var margin = lifetime / 5 < LongestMargin ? lifetime / 5 : LongestMargin;
        var scopes = answer.Scope?.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        return new AccessToken(answer.AccessToken!, asked + lifetime - margin, scopes);
    }

    private static TokenAnswer Parse(HttpStatusCode status, ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, ManagementApiJson.Default.TokenAnswer) ?? new TokenAnswer();
        }
        catch (JsonException unreadable)
        {
            throw AnswerFault.Of(unreadable, status, body);
        }
    }

    private static string? Mistake(TokenAnswer answer) => answer switch
    {
        { AccessToken: null or "" } => "the answer holds no token",
        { AccessToken.Length: > MostCharacters } => $"the answer holds a token of more than {MostCharacters / 1024} kB, which no request can carry",
        { AccessToken: var token } when token.AsSpan().ContainsAnyExcept(Visible) =>
            "the answer holds a token with a blank, a line break or another character that no request can carry",
        { TokenType: { } type } when !type.Equals("Bearer", StringComparison.OrdinalIgnoreCase) => "the answer holds a token that is not of the type Bearer",
        _ => null,
    };
}
