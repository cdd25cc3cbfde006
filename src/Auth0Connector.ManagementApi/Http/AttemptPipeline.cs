using System.Net;
using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.ManagementApi.Options;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Auth0Connector.ManagementApi.Http;

/// <summary>
/// The only place that retries. An attempt covers sending, the whole body and reading it, so that a body cut in the
/// middle or half a JSON is repeated like any other fault.
/// </summary>
internal sealed partial class AttemptPipeline
{
    /// <summary>How often something is asked for in all that will most likely be answered the same way again.</summary>
    private const int LastingAttempts = 2;

    private readonly ResiliencePipeline _retry;
    private readonly ManagementApiOptions _options;
    private readonly RequestCounts _counts;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly ConnectionFaults _faults;
    private readonly RetryTold _told;

    // Whether the tenant has ever answered anything at all.
    private volatile bool _hasContact;

    public AttemptPipeline(ManagementApiOptions options, RequestCounts counts, ILogger logger, TimeProvider clock)
    {
        _options = options;
        _counts = counts;
        _clock = clock;
        _logger = logger;
        _faults = new ConnectionFaults(options);
        _told = new RetryTold(clock);
        _retry = new ResiliencePipelineBuilder { TimeProvider = clock }.AddRetry(new RetryStrategyOptions
        {
            // How many there really are depends on the fault, and is counted at the attempts.
            MaxRetryAttempts = int.MaxValue,
            ShouldHandle = static args => ValueTask.FromResult(args.Outcome.Exception is TransientFaultException),
            DelayGenerator = NextPauseAsync,
            OnRetry = ReportRetryAsync,
        }).Build();
    }

    /// <summary>Attempts it until it is done, or is not worth another attempt.</summary>
    /// <exception cref="ManagementApiException">All attempts failed, or one failed for good.</exception>
    public async Task<T> ExecuteAsync<T>(
        string endpoint,
        bool isRepeatable,
        Func<Attempt, ValueTask<T>> send,
        CancellationToken cancellationToken)
    {
        var tries = new Tries();
        return await _retry.ExecuteAsync(
            async token =>
            {
                using var attempt = new Attempt(_options.AttemptTimeout, _clock, token);
                try
                {
                    var value = await send(attempt);
                    _hasContact = true;
                    return value;
                }
                catch (Exception failure) when (attempt.HasBegun && !token.IsCancellationRequested && FaultOf(failure, attempt) is { } fault)
                {
                    throw After(fault, endpoint, isRepeatable, tries);
                }
                catch (ManagementApiException refused) when (attempt.HasBegun && refused.StatusCode is not null)
                {
                    _hasContact = true;
                    throw;
                }
            },
            cancellationToken);
    }

    // The fault itself, which is retried, or the end.
    private Exception After(TransientFaultException fault, string endpoint, bool isRepeatable, Tries tries)
    {
        tries.Made++;
        tries.Lasting += fault.IsLasting ? 1 : 0;
        _hasContact |= fault.HasAnswer;
        var limit = Limit(fault, isRepeatable);
        fault.Attempts = fault.IsLasting ? Math.Min(limit, tries.Made + LastingAttempts - tries.Lasting) : limit;
        return tries.Made < fault.Attempts ? fault : GaveUp(endpoint, isRepeatable, fault, tries.Made);
    }

    private TransientFaultException? FaultOf(Exception failure, Attempt attempt) =>
        attempt.IsTimeout(failure) ? _faults.TimedOut(failure) : _faults.Of(failure);

    private int Limit(TransientFaultException fault, bool isRepeatable)
    {
        if (!isRepeatable && !fault.WasNotDone)
        {
            return 1;
        }

        if (_hasContact || fault.HasAnswer)
        {
            return _options.MaxAttempts;
        }

        return fault.IsFinalBeforeContact ? 1 : Math.Min(_options.MaxAttempts, _options.AttemptsBeforeContact);
    }

#pragma warning disable CA5394 // Jitter spreads load; it guards nothing.
    private ValueTask<TimeSpan?> NextPauseAsync(RetryDelayGeneratorArguments<object> arguments) =>
        ValueTask.FromResult<TimeSpan?>(RetryRules.Pause(
            arguments.AttemptNumber + 1,
            (arguments.Outcome.Exception as TransientFaultException)?.AskedPause,
            _options.RetryBaseDelay,
            _options.RetryMaxDelay,
            Random.Shared.NextDouble()));
#pragma warning restore CA5394

    private ValueTask ReportRetryAsync(OnRetryArguments<object> arguments)
    {
        _counts.CountRetry();
        if (arguments.Outcome.Exception is TransientFaultException fault)
        {
            var level = _told.Tells(fault, arguments.RetryDelay, _hasContact) ? LogLevel.Warning : LogLevel.Debug;
            var pause = Math.Max(1, Math.Round(arguments.RetryDelay.TotalSeconds));
            LogRetry(_logger, level, pause, arguments.AttemptNumber + 2, fault.Attempts, fault.Message);
        }

        return ValueTask.CompletedTask;
    }

    private ManagementApiException GaveUp(string endpoint, bool isRepeatable, TransientFaultException fault, int made)
    {
        var isUnclear = !isRepeatable && !fault.WasNotDone;
        var what = fault.NeverSent || (!_hasContact && !fault.HasAnswer)
            ? $"cannot reach {_faults.Host}: {fault.Message}"
            : $"{endpoint}: {fault.Message}";
        var end = isUnclear ? "; whether it was done is not known" : made > 1 ? $", after {made} attempts" : "";
        return new ManagementApiException(KindOf(fault), what + end, fault)
        {
            StatusCode = fault.StatusCode,
            Endpoint = endpoint,
            IsUnclear = isUnclear,
            Until = fault is { StatusCode: HttpStatusCode.TooManyRequests, IsAboutTokens: false, AskedPause: { } pause } ? _clock.GetUtcNow() + pause : null,
        };
    }

    private static ManagementApiErrorKind KindOf(TransientFaultException fault) => fault switch
    {
        { IsTooLarge: true } => ManagementApiErrorKind.TooLarge,
        { StatusCode: HttpStatusCode.TooManyRequests, IsAboutTokens: true } => ManagementApiErrorKind.TokensLimited,
        { StatusCode: HttpStatusCode.TooManyRequests } => ManagementApiErrorKind.RateLimited,
        { BadAnswer: true } => ManagementApiErrorKind.BadAnswer,
        _ => ManagementApiErrorKind.Unavailable,
    };

    private sealed class Tries
    {
        public int Made { get; set; }

        public int Lasting { get; set; }
    }

    [LoggerMessage(EventId = 100, Message = "trying again in {Seconds:0} s ({Attempt} of {Attempts}): {Reason}")]
    private static partial void LogRetry(ILogger logger, LogLevel level, double seconds, int attempt, int attempts, string reason);
}
