using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Shell;
using Microsoft.Extensions.Logging;

namespace Auth0Connector.Cli.Jobs;

/// <summary>Surrounds a sync and tells those who want to hear it how it ended. What the sync came to stays what it is.</summary>
internal sealed class JobRun(JobPlan plan, Session session, ILoggerFactory loggers)
{
    private readonly ILogger _log = loggers.CreateLogger("job");

    /// <summary>Runs the sync; its exit code or failure is handed on as it is.</summary>
    public async Task<int> WatchAsync(RunFacts facts, Func<Task<int>> sync, CancellationToken cancellationToken)
    {
        var began = session.Host.Clock.GetTimestamp();
        int code;
        try
        {
            code = await sync();
        }
        catch (Exception failure) when (!plan.IsEmpty)
        {
            var presented = ErrorPresenter.Present(failure, session.Interruption, session.Done);
            await TellAsync(End(presented.ExitCode, presented.Class.Word, session.Mask.Apply(Printable.Of(session.Host.Remote.In(presented.Line)))), cancellationToken);
            throw;
        }

        await TellAsync(End(code, kind: null, message: null), cancellationToken);
        return code;

        RunEnd End(int code, string? kind, string? message) => new(facts, code, kind, message, session.Host.Clock.GetUtcNow(), session.Host.Clock.GetElapsedTime(began));
    }

    private async Task TellAsync(RunEnd end, CancellationToken cancellationToken)
    {
        if (plan.MetricsPath is { } path)
        {
            MetricsFile.Leave(path, end, session.Host, _log, cancellationToken);
        }

        // Whoever stopped the run knows that it ended, and waits for it.
        var hook = session.Interruption.Signal is not null ? null : end.ExitCode == ExitCodes.Complete ? plan.OnSuccess : plan.OnFailure;
        if (hook is not null)
        {
            await new HookRun(hook, session, _log).RunAsync(end, cancellationToken);
        }
    }
}
