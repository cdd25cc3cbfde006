using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Auth0Connector.ManagementApi.Pacing;
using Auth0Connector.ManagementApi.Tokens;

namespace Auth0Connector.ManagementApi.Http;

/// <summary>Sends requests with a token, reads whole answers, renews the token once on a 401.</summary>
internal sealed class ApiTransport(
    HttpClient http,
    ManagementApiOptions options,
    TokenProvider tokens,
    AttemptPipeline pipeline,
    RequestCounts counts,
    Governor governor,
    TimeProvider clock)
{
    private readonly Uri _root = new(options.BaseUrl, "api/v2/");

    /// <summary>Requests counted so far.</summary>
    public RequestCounts Counts => counts;

    /// <summary>Asks and reads; <paramref name="read"/> runs inside the attempt, so an unreadable answer is asked for again.</summary>
    public Task<(T Value, int Requests)> SendAsync<T>(ApiRequest request, BodyReader<T> read, CancellationToken cancellationToken) =>
        SendAsync(request, (body, _) => read(body), cancellationToken);

    /// <summary>The same where the answer's headers matter too.</summary>
    public async Task<(T Value, int Requests)> SendAsync<T>(
        ApiRequest request,
        AnswerReader<T> read,
        CancellationToken cancellationToken)
    {
        var requests = 0;
        AccessToken? refused = null;
        while (true)
        {
            var before = refused;
            try
            {
                var value = await pipeline.ExecuteAsync(
                    request.Endpoint,
                    request.IsRepeatable,
                    // The token comes first: asking for one has attempts and patience of its own.
                    async waiting => (Token: await TokenAsync(before, waiting), Permit: await governor.AdmitAsync(request.Group, request.IsAboutJob, waiting)),
                    async (turn, attemptToken) =>
                    {
                        requests++;
                        return await AttemptAsync(request, read, turn.Token, turn.Permit, isRenewed: before is not null, attemptToken);
                    },
                    cancellationToken);
                return (value, requests);
            }
            catch (RefusedTokenException expired)
            {
                // Expired or revoked half way: one renewal, then it is a refusal (section 2).
                refused = expired.Token;
            }
        }
    }

    private async ValueTask<T> AttemptAsync<T>(
        ApiRequest request,
        AnswerReader<T> read,
        AccessToken token,
        Permit permit,
        bool isRenewed,
        CancellationToken cancellationToken)
    {
        var (body, response) = await ExchangeAsync(request, token, permit, cancellationToken);
        using (response)
        using (body)
        {
            return response.StatusCode == HttpStatusCode.Unauthorized && !isRenewed
                ? throw new RefusedTokenException(token)
                : Interpret(request, read, response.StatusCode, body.Span, response);
        }
    }

    // The token lives for hours: this is a look at a field, except at the very beginning and once a day.
    private ValueTask<AccessToken> TokenAsync(AccessToken? refused, CancellationToken cancellationToken) =>
        refused is null ? tokens.GetAsync(cancellationToken) : new ValueTask<AccessToken>(tokens.RenewAsync(refused, cancellationToken));

    private T Interpret<T>(ApiRequest request, AnswerReader<T> read, HttpStatusCode status, ReadOnlySpan<byte> body, HttpResponseMessage response)
    {
        if ((int)status is >= 200 and < 300)
        {
            if (request.Method == HttpMethod.Get && status != HttpStatusCode.OK)
            {
                // Part of an answer (206) or one that a proxy changed (203) proves nothing.
                throw new TransientFaultException($"the tenant answered {(int)status} instead of 200")
                {
                    StatusCode = status,
                    HasAnswer = true,
                    BadAnswer = true,
                    IsLasting = true,
                };
            }

            try
            {
                return read(body, response);
            }
            catch (JsonException unreadable)
            {
                throw AnswerFault.Of(unreadable, status, body);
            }
        }

        if ((int)status is >= 300 and < 400)
        {
            throw new ManagementApiException(
                ManagementApiErrorKind.BadRequest,
                $"{request.Endpoint}: the tenant redirects elsewhere; name its own domain as base URL")
            {
                StatusCode = status,
                Endpoint = request.Endpoint,
            };
        }

        if (!RetryRules.MayPass(status))
        {
            throw ErrorReader.Read(request.Endpoint, request.IsWrite, status, body);
        }

        var asked = RetryRules.AskedPause(response, clock.GetUtcNow());
        if (status == HttpStatusCode.TooManyRequests)
        {
            counts.CountRefusal();
        }

        throw new TransientFaultException($"the tenant answered {(int)status}")
        {
            StatusCode = status,
            AskedPause = asked,
            HasAnswer = true,
        };
    }

    private async Task<(ResponseBody Body, HttpResponseMessage Response)> ExchangeAsync(
        ApiRequest request,
        AccessToken token,
        Permit permit,
        CancellationToken cancellationToken)
    {
        HttpResponseMessage? response = null;
        try
        {
            counts.CountRequest();
            using var message = new HttpRequestMessage(request.Method, new Uri(_root.AbsoluteUri + request.Address, ExactAddress));
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Reveal());
            if (request.JsonBody is { } json)
            {
                message.Content = new ReadOnlyMemoryContent(json);
                message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            }

            response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            var body = await ResponseBody.ReadAsync(response, cancellationToken);
            GiveBack(permit, response);
            return (body, response);
        }
        catch
        {
            governor.Failed(permit);
            response?.Dispose();
            throw;
        }
    }

    private void GiveBack(Permit permit, HttpResponseMessage response)
    {
        var headers = RateHeaders.Read(response.Headers);
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
        {
            var asked = RetryRules.AskedPause(response, clock.GetUtcNow());
            governor.Refused(permit, headers, asked is { } pause && pause < options.RetryMaxDelay ? pause : options.RetryMaxDelay);
        }
        else if ((int)response.StatusCode >= 500)
        {
            governor.Failed(permit);
        }
        else
        {
            governor.Answered(permit, headers);
        }
    }

    // An id such as "auth0|a/../b" must reach the tenant as it is, not tidied up.
    private static readonly UriCreationOptions ExactAddress = new() { DangerousDisablePathAndQueryCanonicalization = true };
}
