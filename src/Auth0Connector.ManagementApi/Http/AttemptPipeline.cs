using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Auth0Connector.ManagementApi.Http;

/// <summary>
/// The only place that retries. An attempt covers sending, the whole body and reading it, so that a body cut in the
/// middle or half a JSON is repeated like any other fault.
/// </summary>
internal sealed partial class AttemptPipeline
{
    private readonly ResiliencePipeline _retry;
    private readonly ResiliencePipeline _retryRefusals;
    private readonly ResiliencePipeline _timeout;
    private readonly ManagementApiOptions _options;
    private readonly RequestCounts _counts;
    private readonly ILogger _logger;

    public AttemptPipeline(ManagementApiOptions options, RequestCounts counts, ILogger logger, TimeProvider clock)
    {
        _options = options;
        _counts = counts;
        _logger = logger;
        _retry = Retry(clock, static failure => failure is TransientFaultException or TimeoutRejectedException);
        _retryRefusals = Retry(clock, static failure => failure is TransientFaultException { WasNotDone: true });
        _timeout = new ResiliencePipelineBuilder { TimeProvider = clock }.AddTimeout(options.AttemptTimeout).Build();
    }

    /// <exception cref="ManagementApiException">All attempts failed, or one failed for good.</exception>
    public Task<T> ExecuteAsync<T>(
        string endpoint,
        Func<CancellationToken, ValueTask<T>> attempt,
        CancellationToken cancellationToken) =>
        ExecuteAsync(endpoint, isRepeatable: true, static _ => ValueTask.FromResult(true), (_, token) => attempt(token), cancellationToken);

    /// <summary>The same, where each attempt first waits for its turn; that wait is not part of the attempt's time.</summary>
    /// <exception cref="ManagementApiException">All attempts failed, or one failed for good.</exception>
    public async Task<T> ExecuteAsync<TTurn, T>(
        string endpoint,
        bool isRepeatable,
        Func<CancellationToken, ValueTask<TTurn>> turn,
        Func<TTurn, CancellationToken, ValueTask<T>> attempt,
        CancellationToken cancellationToken)
    {
        try
        {
            return await (isRepeatable ? _retry : _retryRefusals).ExecuteAsync(
                async token =>
                {
                    var taken = await turn(token);
                    return await _timeout.ExecuteAsync(inner => attempt(taken, inner), token);
                },
                cancellationToken);
        }
        catch (TransientFaultException fault)
        {
            throw GaveUp(endpoint, isRepeatable, fault);
        }
        catch (TimeoutRejectedException timeout)
        {
            throw GaveUp(endpoint, isRepeatable, new TransientFaultException($"no answer within {_options.AttemptTimeout.TotalSeconds:0} s", timeout));
        }
    }

    private ResiliencePipeline Retry(TimeProvider clock, Func<Exception?, bool> passes)
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = clock };
        if (_options.MaxAttempts > 1)
        {
            builder.AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = _options.MaxAttempts - 1,
                ShouldHandle = args => ValueTask.FromResult(passes(args.Outcome.Exception)),
                DelayGenerator = NextPause,
                OnRetry = ReportRetry,
            });
        }

        return builder.Build();
    }

#pragma warning disable CA5394 // Jitter spreads load; it guards nothing.
    private ValueTask<TimeSpan?> NextPause(RetryDelayGeneratorArguments<object> arguments) =>
        ValueTask.FromResult<TimeSpan?>(RetryRules.Pause(
            arguments.AttemptNumber + 1,
            (arguments.Outcome.Exception as TransientFaultException)?.AskedPause,
            _options.RetryBaseDelay,
            _options.RetryMaxDelay,
            Random.Shared.NextDouble()));
#pragma warning restore CA5394

    private ValueTask ReportRetry(OnRetryArguments<object> arguments)
    {
        _counts.CountRetry();
        var reason = arguments.Outcome.Exception is TransientFaultException fault ? fault.Message : "no answer in time";
        LogRetry(_logger, reason, arguments.RetryDelay.TotalSeconds, arguments.AttemptNumber + 2, _options.MaxAttempts);
        return ValueTask.CompletedTask;
    }

    private ManagementApiException GaveUp(string endpoint, bool isRepeatable, TransientFaultException fault)
    {
        var kind = fault.StatusCode == System.Net.HttpStatusCode.TooManyRequests
            ? ManagementApiErrorKind.RateLimited
            : fault.BadAnswer ? ManagementApiErrorKind.BadAnswer : ManagementApiErrorKind.Unavailable;
        var isUnclear = !isRepeatable && !fault.WasNotDone;
        var end = isUnclear ? "; whether it was done is not known" : $", after {_options.MaxAttempts} attempts";
        return new ManagementApiException(kind, $"{endpoint}: {fault.Message}{end}", fault)
        {
            StatusCode = fault.StatusCode,
            Endpoint = endpoint,
            IsUnclear = isUnclear,
        };
    }

    [LoggerMessage(100, LogLevel.Debug, "{Reason}; again in {Seconds:0.0} s (attempt {Attempt} of {Attempts})")]
    private static partial void LogRetry(ILogger logger, string reason, double seconds, int attempt, int attempts);
}
