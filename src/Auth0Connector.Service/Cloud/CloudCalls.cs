using Auth0Connector.Service.Protocol;
using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace Auth0Connector.Service.Cloud;

/// <summary>Makes calls with a token, each within its time; what fails is told as a <see cref="CloudException"/>.</summary>
internal sealed class CloudCalls(CloudConnection connection, CloudTokens tokens, CloudFaults faults, CloudStanding standing, TimeProvider clock, ILogger logger)
{
    /// <summary>One question and its answer. A token that is refused is renewed once.</summary>
    /// <param name="what">The call's name.</param>
    /// <param name="isOfOneTask">Whether a refusal is of one task, and says nothing of how it stands with the cloud.</param>
    /// <param name="ask">Makes the call.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    /// <exception cref="CloudException">It failed.</exception>
    public async Task<T> AskAsync<T>(
        string what,
        bool isOfOneTask,
        Func<BatonService.BatonServiceClient, CallOptions, AsyncUnaryCall<T>> ask,
        CancellationToken cancellationToken)
    {
        try
        {
            return await TryAsync(what, isOfOneTask, CloudTimes.Call, OnceAsync, cancellationToken).ConfigureAwait(false);
        }
        catch (CloudException refused) when (refused.IsTokenRefused)
        {
            CloudLog.TokenRefused(logger, what);
            return await TryAsync(what, isOfOneTask, CloudTimes.Call, OnceAsync, cancellationToken).ConfigureAwait(false);
        }

        async Task<T> OnceAsync(BatonService.BatonServiceClient client, CallOptions options, CallTime time)
        {
            using var call = ask(client, options);
            return await call.ResponseAsync.ConfigureAwait(false);
        }
    }

    /// <summary>Tries a call once; a token that was refused is dropped, so that the next try has a new one.</summary>
    /// <param name="what">The call's name.</param>
    /// <param name="isOfOneTask">Whether a refusal is of one task.</param>
    /// <param name="patience">The time it has, or each of its steps.</param>
    /// <param name="run">Makes the call.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    /// <exception cref="CloudException">It failed.</exception>
    public async Task<T> TryAsync<T>(
        string what,
        bool isOfOneTask,
        TimeSpan patience,
        Func<BatonService.BatonServiceClient, CallOptions, CallTime, Task<T>> run,
        CancellationToken cancellationToken)
    {
        using var time = new CallTime(patience, clock, cancellationToken);
        CloudToken? token = null;
        try
        {
            token = await tokens.GetAsync(time.Token).ConfigureAwait(false);
            var answer = await run(connection.Calls, new CallOptions(new Metadata { { "authorization", token.Header() } }, cancellationToken: time.Token), time)
                .ConfigureAwait(false);
            standing.Succeeded();
            return answer;
        }
        catch (Exception failure) when (failure is RpcException or OperationCanceledException or CloudException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var known = Known(failure);
            if (known is null)
            {
                throw;
            }

            if (known.IsTokenRefused && token is not null)
            {
                tokens.Drop(token);
            }

            if (!isOfOneTask || known.Failure != CloudFailure.Refused)
            {
                standing.Failed(known);
            }

            throw known;
        }

        CloudException? Known(Exception failure) => failure switch
        {
            CloudException told => told,
            _ when time.IsOver => faults.TimedOut(what, patience, failure),
            RpcException { Status: var status } => faults.OfCall(what, status, token?.Reveal() ?? ""),
            _ => null,
        };
    }
}
