using Polly;
using Polly.Retry;

namespace Auth0Connector.Service.Cloud;

/// <summary>Tries again with the waits of a <see cref="Backoff"/>.</summary>
internal static class CloudRetry
{
    /// <summary>A pipeline for one thing that is tried again.</summary>
    /// <param name="waits">How long between.</param>
    /// <param name="most">How often it is tried in all.</param>
    /// <param name="isWorthIt">Whether a failure is worth another try.</param>
    /// <param name="told">Told of each failure, with the number of the next try and the wait before it.</param>
    /// <param name="clock">Whose time passes.</param>
    public static ResiliencePipeline Create(
        Backoff waits,
        int most,
        Func<CloudException, bool> isWorthIt,
        Action<CloudException, int, TimeSpan> told,
        TimeProvider clock) =>
        new ResiliencePipelineBuilder { TimeProvider = clock }.AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = most == int.MaxValue ? most : most - 1,
            ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is CloudException failure && isWorthIt(failure)),
            DelayGenerator = args => ValueTask.FromResult<TimeSpan?>(waits.Wait(args.AttemptNumber + 1)),
            OnRetry = args =>
            {
                if (args.Outcome.Exception is CloudException failure)
                {
                    told(failure, args.AttemptNumber + 2, args.RetryDelay);
                }

                return ValueTask.CompletedTask;
            },
        }).Build();
}
