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
        var value = await pipeline.ExecuteAsync(
            request.Endpoint,
            request.IsRepeatable,
            waiting => governor.AdmitAsync(request.Group, request.IsAboutJob, waiting),
            async (permit, attemptToken) =>
            {
                requests++;
                return await AttemptAsync(request, read, permit, attemptToken);
            },
            cancellationToken);
        return (value, requests);
    }

    private async ValueTask<T> AttemptAsync<T>(ApiRequest request, AnswerReader<T> read, Permit permit, CancellationToken cancellationToken)
    {
        try
        {
            var token = await TokenAsync(permit, cancellationToken);
            var (body, response) = await ExchangeAsync(request, token, permit, cancellationToken);
            if (response.StatusCode == HttpStatusCode.Unauthorized)
            {
                // Expired or revoked half way: one renewal, then it is a refusal (section 2).
                body.Dispose();
                response.Dispose();
                token = await tokens.RenewAsync(token, cancellationToken);
                permit = await governor.AdmitAsync(request.Group, request.IsAboutJob, cancellationToken);
                (body, response) = await ExchangeAsync(request, token, permit, cancellationToken);
            }

            using (response)
            using (body)
            {
                return Interpret(request, read, response.StatusCode, body.Span, response);
            }
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            throw new TransientFaultException($"the connection failed ({Reason(fault)})", fault);
        }
    }

    // The token lives for hours: this is a look at a field, except at the very beginning and once a day.
    private async ValueTask<AccessToken> TokenAsync(Permit permit, CancellationToken cancellationToken)
    {
        try
        {
            return await tokens.GetAsync(cancellationToken);
        }
        catch
        {
            governor.Abandoned(permit);
            throw;
        }
    }

    private T Interpret<T>(ApiRequest request, AnswerReader<T> read, HttpStatusCode status, ReadOnlySpan<byte> body, HttpResponseMessage response)
    {
        if ((int)status is >= 200 and < 300)
        {
            try
            {
                return read(body, response);
            }
            catch (JsonException unreadable)
            {
                throw new TransientFaultException("the answer is not the JSON that the API documents", unreadable)
                {
                    StatusCode = status,
                    BadAnswer = true,
                };
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
            var body = await ResponseBody.ReadAsync(response.Content, cancellationToken);
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

    private static string Reason(Exception fault) => fault switch
    {
        HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } named => named.HttpRequestError.ToString(),
        HttpIOException { HttpRequestError: not HttpRequestError.Unknown } named => named.HttpRequestError.ToString(),
        _ => fault.GetType().Name,
    };
}
