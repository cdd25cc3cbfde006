using Auth0Connector.AccessFile.Failures;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.Cli.Jobs;
using Auth0Connector.Cli.Objects;
using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Shell;
using Auth0Connector.Cli.Sync.Progress;
using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.Sync;
using Auth0Connector.Sync.Reporting;
using Microsoft.Extensions.Logging;

namespace Auth0Connector.Cli.Sync;

/// <summary>Runs a checked sync, shows how it goes on, and prints what it left.</summary>
internal static class WatchedSync
{
    /// <summary>Runs it, tells who wants to hear it how it ended, and gives the exit code.</summary>
    public static Task<int> RunAsync(CheckedSync plan, JobPlan job, Session session, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var facts = new RunFacts(plan.Api.BaseUrl.Host, plan.Remote?.Name ?? plan.Sync.TargetPath, session.Host.Clock.GetUtcNow());
        return new JobRun(job, session, loggers).WatchAsync(facts, () => RunAsync(plan, facts, session, loggers, cancellationToken), cancellationToken);
    }

    private static async Task<int> RunAsync(CheckedSync plan, RunFacts facts, Session session, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var clock = session.Host.Clock;
        var log = loggers.CreateLogger("sync");

        // Who watches the display and reads the summary needs no lines that say the same.
        var milestones = session.Host.ErrorIsTerminal ? LogLevel.Debug : LogLevel.Information;
        var board = new LatestProgress(log, milestones, clock);
        using var api = new ManagementApiClient(plan.Api, loggers, clock);
        facts.Asked = api.Counts;
        var sync = new TenantSync(plan.Api, plan.Sync, board, loggers, clock, api);
        var summary = await ShowAsync(sync, board, session, log, plan, cancellationToken);
        if (plan.Remote is { } remote)
        {
            await SendAsync(remote, session, cancellationToken);
        }

        // Whoever asks the file afterwards asks the local one.
        facts.Summary = summary;
        summary = plan.Remote is { } sent ? summary with { Path = sent.Name } : summary;
        ProgressLog.Finished(log, milestones, summary.SyncId, summary.Path, summary.FileBytes, summary.Requests, Math.Round(summary.Elapsed.TotalSeconds, 3));
        session.Done = $"{session.Host.ShownPath(summary.Path)} was written and is whole";
        if (plan.Form == OutputForm.Json)
        {
            session.Consoles.WriteResult(SummaryJson.Of(summary));
        }
        else
        {
            SummaryTable.Write(summary, session);
        }

        return plan.Sync.Strict && summary.Skips.Count > 0 ? ExitCodes.Skips : ExitCodes.Complete;
    }

    private static async Task<SyncSummary> ShowAsync(
        TenantSync sync,
        LatestProgress board,
        Session session,
        ILogger log,
        CheckedSync plan,
        CancellationToken cancellationToken)
    {
        try
        {
            return session.Host.ErrorIsTerminal
                ? await LiveProgress.ShowWhileAsync(() => sync.RunAsync(cancellationToken), board, session.Consoles, session.Host.Clock)
                : await LoggedProgress.ShowWhileAsync(() => sync.RunAsync(cancellationToken), board, log, session.Host.Clock);
        }
        catch (Exception failure) when (session.Interruption.Signal is not null && ErrorPresenter.IsCancellation(failure))
        {
            session.Resumes = IsKept(board, plan.Sync.TargetPath);
            throw new InterruptedSyncException($"stopped before the end; {Left(board, plan.Sync.TargetPath, session.Host)}", failure);
        }
        catch (Exception failure) when (failure is ManagementApiException or AccessFileException && File.Exists(Partial(plan.Sync.TargetPath)) && !IsHeld(failure))
        {
            // The error itself is presented by whoever presents all of them.
            session.Resumes = true;
            ProgressLog.Kept(log, session.Host.ShownPath(Partial(plan.Sync.TargetPath)));
            throw;
        }
    }

    private static async Task SendAsync(ObjectTarget remote, Session session, CancellationToken cancellationToken)
    {
        try
        {
            await remote.SendAsync(cancellationToken);
        }
        catch (OperationCanceledException failure) when (session.Interruption.Signal is not null)
        {
            throw new InterruptedSyncException(failure.Message, failure);
        }
    }

    private static string Left(LatestProgress board, string target, Host host)
    {
        var partial = Partial(target);
        var kept = IsKept(board, target) ? $"; what was read lies in {host.ShownPath(partial)}, where the next run goes on" : string.Empty;
        var former = File.Exists(target) ? $"{host.ShownPath(target)} is what it was before" : "no access file was written";
        return $"{board.Describe()}; {former}{kept}";
    }

    private static bool IsKept(LatestProgress board, string target) => board.Types.Count > 0 && File.Exists(Partial(target));

    private static string Partial(string target) => StagingFile.PartialOf(target);

    // What lies there belongs to the sync that is running.
    private static bool IsHeld(Exception failure) => failure is AccessFileException { Kind: AccessFileErrorKind.Locked };
}
