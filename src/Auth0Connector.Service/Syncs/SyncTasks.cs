using Auth0Connector.AccessFile.Failures;
using Auth0Connector.Service.Tasks;
using Auth0Connector.Sync.Settings;
using Grpc.Core;
using Microsoft.Extensions.Logging;
using ServiceTask = Auth0Connector.Service.Protocol.Task;

namespace Auth0Connector.Service.Syncs;

/// <summary>
/// Tasks that ask for a sync: the tenant is read into a file of our own folder, which is sent and then gone. Working file and
/// finished file belong to what is read, not to the task: handed out again under whatever id, a sync goes on. One at a time.
/// </summary>
public sealed partial class SyncTasks(SyncTools tools)
{
    private const string Pebble = "pebble";

    private readonly ILogger _log = tools.Loggers.CreateLogger("service");
    private bool _saidPebble;

    private TimeSpan Within => tools.Settings.Keeping.ResumeWithin;

    /// <summary>Does a task of this kind.</summary>
    /// <exception cref="OperationCanceledException">It was stopped; what was read is kept for the next one.</exception>
    public async Task<TaskOutcome> SyncFullAsync(ServiceTask task, CancellationToken cancellationToken)
    {
        try
        {
            return await SyncAsync(task, cancellationToken).ConfigureAwait(false);
        }
        catch (FormatException wrong)
        {
            return TaskOutcome.Refused(StatusCode.InvalidArgument, wrong.Message);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested || failure is not OperationCanceledException)
        {
            return SyncFailures.Of(failure, tools.Failures);
        }
    }

    private async Task<TaskOutcome> SyncAsync(ServiceTask task, CancellationToken cancellationToken)
    {
        var settings = AskedSync.Of(task.SyncFull, tools.Settings);
        if (tools.RefusesFull && settings.Resources.Count == 0)
        {
            return TaskOutcome.Refused(StatusCode.FailedPrecondition, "full syncs are switched off at this connector (--skip-full-sync), so nothing was read or uploaded");
        }

        TellPebble(task.SyncFull.StorageEngine);
        tools.Folder.RemoveOlderThan(Within);
        settings = settings with { TargetPath = tools.Folder.TargetOf($"{tools.Source}\n{settings.ContentKey}") };
        using var debug = task.Debug && tools.OpenDebugLog is { } open ? DebugFile.Create(tools.Folder.NewDebugLog(), open) : null;
        await ReadAsync(settings, debug?.Loggers ?? tools.Loggers, task.Id, cancellationToken).ConfigureAwait(false);
        await tools.Upload(task.Id, settings.TargetPath, cancellationToken).ConfigureAwait(false);
        tools.Folder.Remove(settings.TargetPath);
        await UploadAsync(debug, task.Id, cancellationToken).ConfigureAwait(false);
        return TaskOutcome.Done();
    }

    private async Task ReadAsync(SyncSettings settings, ILoggerFactory loggers, string taskId, CancellationToken cancellationToken)
    {
        var log = loggers.CreateLogger("service");
        if (settings.Keeping.Resume && KeptSync.Find(settings.TargetPath, Within, tools.Clock, cancellationToken) is { } began)
        {
            SendingKept(log, taskId, began);
            return;
        }

        // One that is too old, or no whole file at all: nothing of it goes into the new one.
        File.Delete(settings.TargetPath);
        var summary = await tools.Read(settings, loggers, cancellationToken).ConfigureAwait(false);
        ReadWhole(log, taskId, summary.SyncId, summary.FileBytes, summary.Requests, summary.Resumed);
    }

    // The sync itself has arrived: what the log's way ends in does not undo that.
    private async Task UploadAsync(DebugFile? debug, string taskId, CancellationToken cancellationToken)
    {
        if (debug is null)
        {
            return;
        }

        debug.End();
        try
        {
            await tools.Upload(taskId, debug.Path, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            DebugLogNotSent(_log, taskId, FileFailure.Is(failure) ? FileFailure.Reason(failure) : failure.Message);
        }
    }

    private void TellPebble(string engine)
    {
        if (!_saidPebble && engine.Equals(Pebble, StringComparison.OrdinalIgnoreCase))
        {
            _saidPebble = true;
            PebbleWished(_log);
        }
    }

    [LoggerMessage(1, LogLevel.Information, "ConductorOne wishes a pebble file; the v1 form (sqlite) is uploaded, which it reads as well")]
    private static partial void PebbleWished(ILogger log);

    [LoggerMessage(2, LogLevel.Information, "task {TaskId}: sending the sync of {Began:u}, which was read whole and never arrived")]
    private static partial void SendingKept(ILogger log, string taskId, DateTimeOffset began);

    [LoggerMessage(3, LogLevel.Information, "task {TaskId}: sync {SyncId} is whole ({Bytes} bytes, {Requests} requests, resumed: {Resumed}); uploading")]
    private static partial void ReadWhole(ILogger log, string taskId, string syncId, long bytes, long requests, bool resumed);

    [LoggerMessage(4, LogLevel.Warning, "task {TaskId}: the sync was uploaded, its debug log was not: {Reason}")]
    private static partial void DebugLogNotSent(ILogger log, string taskId, string reason);
}
