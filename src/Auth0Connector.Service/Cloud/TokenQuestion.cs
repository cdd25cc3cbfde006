using System.Globalization;
using System.Net;
using Auth0Connector.Service.Credentials;

namespace Auth0Connector.Service.Cloud;

/// <summary>Asks ConductorOne's token endpoint once, and tells a refusal from an outage (service-mode.md, section 3).</summary>
internal sealed class TokenQuestion(CloudConnection connection, CloudOptions options, CloudFaults faults, TimeProvider clock)
{
    private const string What = "the question for a token";
    private const int MostBytes = 1 << 18;

    // No server takes a header of more.
    private const int MostCharacters = 1 << 16;

    private const double UsualSeconds = 3600;
    private const double MostSeconds = 86400;

    private readonly Uri _address = new(connection.Root, "auth/v1/token");
    private readonly TimeSpan _patience = options.HttpTimeout < CloudTimes.LongestTokenAttempt ? options.HttpTimeout : CloudTimes.LongestTokenAttempt;

    /// <exception cref="CloudException">There is no token.</exception>
    public async Task<CloudToken> AskAsync(CancellationToken cancellationToken)
    {
        using var time = new CallTime(_patience, clock, cancellationToken);
        try
        {
            return await AskAsync(time).ConfigureAwait(false);
        }
        catch (OperationCanceledException ended) when (time.IsOver && !cancellationToken.IsCancellationRequested)
        {
            throw faults.TimedOut(What, _patience, ended);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested && failure is HttpRequestException or IOException or OperationCanceledException)
        {
            throw faults.OfExchange(What, failure) ?? faults.TokensUnavailable("cannot be asked");
        }
    }

    private async Task<CloudToken> AskAsync(CallTime time)
    {
        // Its life is counted from before it was asked for, so that it is never thought longer than it is.
        var asked = clock.GetTimestamp();
        var assertion = CloudAssertion.Create(options.Id, options.Secret, clock.GetUtcNow());
        using var request = new HttpRequestMessage(HttpMethod.Post, _address)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
            Content = new FormUrlEncodedContent(
            [
                new("client_id", options.Id.Whole),
                new("grant_type", "client_credentials"),
                new("client_assertion_type", CloudAssertion.Type),
                new("client_assertion", assertion),
            ]),
        };
        using var response = await connection.Http.SendAsync(request, time.Token).ConfigureAwait(false);
        var reply = TokenReply.Read(await BodyAsync(response, time.Token).ConfigureAwait(false));
        return response.StatusCode == HttpStatusCode.OK ? Token(reply, asked) : throw Refusal(response, reply, assertion);
    }

    private async Task<ReadOnlyMemory<byte>> BodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = new byte[MostBytes + 1];
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var length = await stream.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        return length > MostBytes ? throw faults.TokensUnavailable($"answers with more than {MostBytes >> 10} kB") : body.AsMemory(0, length);
    }

    private CloudToken Token(TokenReply reply, long asked)
    {
        if (reply.AccessToken is not { Length: > 0 and <= MostCharacters } text || !IsVisible(text))
        {
            throw faults.TokensUnavailable(reply.IsObject ? "answers without a token that a call can carry" : "answers with something that is no JSON object");
        }

        var type = reply.TokenType is { Length: > 0 } named && !named.Equals("bearer", StringComparison.OrdinalIgnoreCase) ? named : "Bearer";
        if (type.Length > 32 || !type.All(char.IsAsciiLetterOrDigit))
        {
            throw faults.TokensUnavailable("answers with a token of no known type");
        }

        // A life that makes no sense is as good as none: a token that is over shows itself by a 16.
        var seconds = reply.ExpiresIn is > 0 and var said ? Math.Min(said, MostSeconds) : UsualSeconds;
        return new CloudToken(type, text, asked + (long)(seconds * clock.TimestampFrequency));
    }

    private CloudException Refusal(HttpResponseMessage response, TokenReply reply, string assertion)
    {
        var code = reply.Error is { Length: > 0 and < 64 } error && error.All(static letter => char.IsAsciiLetterLower(letter) || letter == '_') ? error : null;
        var words = (code is null ? "" : $": {code}") + ServerText.After(reply.Description, assertion);
        return IsOfCredentials(response.StatusCode, reply, code)
            ? faults.CredentialsRefused(response.StatusCode, words, ClockHint(response))
            : faults.TokensUnavailable(string.Create(CultureInfo.InvariantCulture, $"answered {(int)response.StatusCode}") + words);
    }

    // 401 says so by itself; 400 and 403 may be a proxy's, and do in OAuth's or the cloud's own words.
    private static bool IsOfCredentials(HttpStatusCode status, TokenReply reply, string? code) => status switch
    {
        _ when code is "temporarily_unavailable" or "server_error" or "slow_down" => false,
        HttpStatusCode.Unauthorized => true,
        HttpStatusCode.Forbidden => reply.IsObject,
        HttpStatusCode.BadRequest => code is not null,
        _ => false,
    };

    // An assertion is good for two minutes either way: a clock that is wrong looks like a wrong key.
    private string ClockHint(HttpResponseMessage response) =>
        response.Headers.Date - clock.GetUtcNow() is { } difference && difference.Duration() > CloudAssertion.Margin / 2
            ? string.Create(CultureInfo.InvariantCulture, $". This machine's clock is {(difference > TimeSpan.Zero ? "behind" : "ahead of")} the server's by {difference.Duration().TotalSeconds:0} s, which alone may be the reason")
            : "";

    private static bool IsVisible(string text) => text.All(static letter => letter is > ' ' and < '\u007f');
}
