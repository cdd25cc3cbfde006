using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.ManagementApi.Http;
using Auth0Connector.ManagementApi.Options;

namespace Auth0Connector.ManagementApi.Tokens;

/// <summary>Hands out one token to everybody, asks for the next before it expires, one asker at a time.</summary>
internal sealed class TokenProvider(HttpClient http, ManagementApiOptions options, AttemptPipeline pipeline, TimeProvider clock)
    : IDisposable
{
    // A used-up quota says an hour or a day.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    private readonly Uri _address = new(options.BaseUrl, "oauth/token");
    private readonly SemaphoreSlim _asking = new(1, 1);
    private AccessToken? _current;

    public string Audience { get; } = options.Audience ?? new Uri(options.BaseUrl, ManagementApiOptions.ApiPath).AbsoluteUri;

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

            var token = await pipeline.ExecuteAsync(TokenErrors.Endpoint, isRepeatable: true, attempt => AttemptAsync(attempt.Begin()), cancellationToken);
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
        using var form = new FormUrlEncodedContent(Form(asked));
        using var message = new HttpRequestMessage(HttpMethod.Post, _address) { Content = form };
        using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        using var body = await ResponseBody.ReadAsync(response, cancellationToken);
        if (response.IsSuccessStatusCode)
        {
            return TokenReader.Read(response.StatusCode, body.Span, asked);
        }

        if (!RetryRules.MayPass(response.StatusCode))
        {
            throw TokenErrors.Read(response.StatusCode, ErrorReader.Parse(body.Span), Audience);
        }

        var now = clock.GetUtcNow();
        throw TokenQuota.EndOf(response, LongestWait, now) ?? (Exception)new TransientFaultException($"the token endpoint answered {(int)response.StatusCode}")
        {
            StatusCode = response.StatusCode,
            AskedPause = RetryRules.AskedPause(response, now),
            HasAnswer = true,
            IsAboutTokens = true,
        };
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
}
