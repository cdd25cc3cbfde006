using System.Net;
using System.Security.Authentication;
using System.Text.Json;
using Auth0Connector.ManagementApi.Http;
using Auth0Connector.ManagementApi.Json;

namespace Auth0Connector.ManagementApi.Tokens;

/// <summary>Hands out one token to everybody, asks for the next before it expires, one asker at a time.</summary>
internal sealed class TokenProvider(HttpClient http, ManagementApiOptions options, AttemptPipeline pipeline, TimeProvider clock)
    : IDisposable
{
    private static readonly TimeSpan LongestMargin = TimeSpan.FromMinutes(2);

    private readonly Uri _address = new(options.BaseUrl, "oauth/token");
    private readonly SemaphoreSlim _asking = new(1, 1);
    private AccessToken? _current;

    public string Audience { get; } = options.Audience ?? new Uri(options.BaseUrl, "api/v2/").AbsoluteUri;

    public ValueTask<AccessToken> GetAsync(CancellationToken cancellationToken) =>
        Volatile.Read(ref _current) is { } current && clock.GetUtcNow() < current.RenewAt
            ? ValueTask.FromResult(current)
            : new ValueTask<AccessToken>(AskOnceAsync(refused: null, cancellationToken));

    /// <summary>A newer token than the one refused; several who were refused at once share it.</summary>
    public Task<AccessToken> RenewAsync(AccessToken refused, CancellationToken cancellationToken) =>
        AskOnceAsync(refused, cancellationToken);

    public void Dispose() => _asking.Dispose();

    private async Task<AccessToken> AskOnceAsync(AccessToken? refused, CancellationToken cancellationToken)
    {
        await _asking.WaitAsync(cancellationToken);
        try
        {
            if (_current is { } current && !ReferenceEquals(current, refused) && clock.GetUtcNow() < current.RenewAt)
            {
                return current;
            }

            var token = await pipeline.ExecuteAsync(TokenErrors.Endpoint, AttemptAsync, cancellationToken);
            Volatile.Write(ref _current, token);
            return token;
        }
        finally
        {
            _asking.Release();
        }
    }

    private async ValueTask<AccessToken> AttemptAsync(CancellationToken cancellationToken)
    {
        var asked = clock.GetUtcNow();
        try
        {
            using var form = new FormUrlEncodedContent(Form(asked));
            using var message = new HttpRequestMessage(HttpMethod.Post, _address) { Content = form };
            using var response = await http.SendAsync(message, cancellationToken);
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            if (response.IsSuccessStatusCode)
            {
                return Read(body, asked);
            }

            if (RetryRules.MayPass(response.StatusCode))
            {
                throw new TransientFaultException($"the token endpoint answered {(int)response.StatusCode}")
                {
                    StatusCode = response.StatusCode,
                    AskedPause = RetryRules.AskedPause(response, clock.GetUtcNow()),
                };
            }

            throw TokenErrors.Read(response.StatusCode, ErrorReader.Parse(body), Audience);
        }
        catch (HttpRequestException untrusted) when (untrusted.InnerException is AuthenticationException)
        {
            // Asked again it would present the same certificate.
            throw new ManagementApiException(
                ManagementApiErrorKind.Unavailable,
                $"{options.BaseUrl.Host} presents a certificate that is not trusted here; if it comes from a private authority, name its certificate by --ca-file",
                untrusted)
            {
                Endpoint = TokenErrors.Endpoint,
            };
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            throw new TransientFaultException($"{options.BaseUrl.Host} cannot be reached", fault);
        }
    }

    private List<KeyValuePair<string, string>> Form(DateTimeOffset now)
    {
        List<KeyValuePair<string, string>> form =
        [
            new("grant_type", "client_credentials"),
            new("client_id", options.ClientId),
            new("audience", Audience),
        ];
        switch (options.Credential)
        {
            case ClientCredential.Secret secret:
                form.Add(new("client_secret", secret.Value));
                break;
            case ClientCredential.PrivateKey key:
                form.Add(new("client_assertion_type", ClientAssertion.Type));
                form.Add(new("client_assertion", ClientAssertion.Create(options, key, now)));
                break;
        }

        return form;
    }

    private static AccessToken Read(byte[] body, DateTimeOffset asked)
    {
        TokenAnswer? answer = null;
        try
        {
            answer = JsonSerializer.Deserialize(body, ManagementApiJson.Default.TokenAnswer);
        }
        catch (JsonException)
        {
            // Falls through: no token is no token, whatever came instead.
        }

        if (string.IsNullOrEmpty(answer?.AccessToken))
        {
            throw new TransientFaultException("the token endpoint answered without a token")
            {
                StatusCode = HttpStatusCode.OK,
                BadAnswer = true,
            };
        }

        var lifetime = TimeSpan.FromSeconds(Math.Clamp(answer.ExpiresIn ?? 86400, 1, 30L * 86400));
        var margin = lifetime / 5 < LongestMargin ? lifetime / 5 : LongestMargin;
        var scopes = answer.Scope?.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        return new AccessToken(answer.AccessToken, asked + lifetime - margin, scopes);
    }
}
