using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.ManagementApi.Http;
using Auth0Connector.ManagementApi.Options;
using Auth0Connector.ManagementApi.Pacing;
using Auth0Connector.ManagementApi.Tokens;

namespace Auth0Connector.ManagementApi.Requests;

/// <summary>Sends requests with a token, reads whole answers, renews the token once on a 401.</summary>
internal sealed class ApiTransport(
    HttpClient http,
    ManagementApiOptions options,
    TokenProvider tokens,
    AttemptPipeline pipeline,
    RequestCounts counts,
    Governor governor,
    TimeProvider clock,
    KeptPlace? place = null,
    bool isUrgent = false)
{
    private readonly Uri _root = new(options.BaseUrl, ManagementApiOptions.ApiPath);

    /// <summary>Requests counted so far.</summary>
    public RequestCounts Counts => counts;

    /// <summary>The same, with a place in which the answers count until they are safe.</summary>
    public ApiTransport Within(KeptPlace kept) => new(http, options, tokens, pipeline, counts, governor, clock, kept, isUrgent);

    /// <summary>The same, whose requests go before all that are not urgent.</summary>
    public ApiTransport Urgent() => new(http, options, tokens, pipeline, counts, governor, clock, place, isUrgent: true);

    /// <summary>Asks and reads; <paramref name="read"/> runs inside the attempt, so an unreadable answer is asked for again.</summary>
    public Task<(T Value, int Requests)> SendAsync<T>(ApiRequest request, BodyReader<T> read, CancellationToken cancellationToken) =>
        SendAsync(request, (body, _) => read(body), cancellationToken);

    /// <summary>The same where the answer's headers matter too. Here stands the order of every request.</summary>
    public async Task<(T Value, int Requests)> SendAsync<T>(ApiRequest request, AnswerReader<T> read, CancellationToken cancellationToken)
    {
        var requests = 0;
        AccessToken? refused = null;
        while (true)
        {
            try
            {
                return (await pipeline.ExecuteAsync(request.Endpoint, request.IsRepeatable, AttemptAsync, cancellationToken), requests);
            }
            catch (RefusedTokenException expired)
            {
                // Expired or revoked half way: one renewal, with attempts of its own; then it is a refusal (section 2).
                refused = expired.Token;
            }
        }

        async ValueTask<T> AttemptAsync(Attempt attempt)
        {
            // The token comes before the turn: asking for one has attempts and patience of its own.
            var token = refused is null ? await tokens.GetAsync(attempt.Waiting) : await tokens.RenewAsync(refused, attempt.Waiting);
            var permit = await governor.AdmitAsync(request.Group, isUrgent ? RequestPriority.Urgent : request.Priority, place, attempt.Waiting);
            var time = attempt.Begin();
            requests++;
            using var answer = await ExchangeAsync(request, token, permit, time);
            return answer.Status == HttpStatusCode.Unauthorized && refused is null
                ? throw new RefusedTokenException(token)
                : Read(request, read, answer);
        }
    }

    private T Read<T>(ApiRequest request, AnswerReader<T> read, Answer answer)
    {
        var status = answer.Status;
        var body = answer.Body;
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
                return read(body, answer.Response);
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

        var asked = RetryRules.AskedPause(answer.Response, clock.GetUtcNow());
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

    // One request and its whole answer. On every path the permit is given back.
    private async Task<Answer> ExchangeAsync(
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
            return new Answer(response, body);
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
