using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace Auth0Connector.Service.Hosting;

/// <summary>What the host says.</summary>
internal sealed partial class HostLog(ILogger log)
{
    public void Waiting(string reason) => Waiting(log, reason);

    public void Greeted(string host, int concurrency) => Greeted(log, host, concurrency);

    public void PollFailing(string reason) => PollFailing(log, reason);

    public void PollFailed(string reason) => PollFailed(log, reason);

    public void PollsAgain() => PollsAgain(log);

    public void NoBatches() => NoBatches(log);

    public void Taken(string taskId, string kind) => Taken(log, taskId, kind);

    public void RunsAlready(string taskId) => RunsAlready(log, taskId);

    public void Done(string taskId, string kind, double seconds) => Done(log, taskId, kind, seconds);

    public void Failed(string taskId, string kind, StatusCode code, bool retryable, double seconds, string message) =>
        Failed(log, taskId, kind, code, retryable, seconds, message);

    public void Unexpected(string taskId, Exception failure) => Unexpected(log, failure, taskId);

    public void NotFinished(string taskId, string reason) => NotFinished(log, taskId, reason);

    public void HeartbeatFailed(string taskId, int failures, string reason) => HeartbeatFailed(log, taskId, failures, reason);

    public void HelloFailed(string taskId, string reason) => HelloFailed(log, taskId, reason);

    public void TakingBackFailed(Exception failure) => TakingBackFailed(log, failure, failure.Message);

    public void Stopping(int running) => Stopping(log, running);

    public void Abandoned(int running) => Abandoned(log, running);

    [LoggerMessage(1, LogLevel.Warning, "waiting for ConductorOne: {Reason}")]
    private static partial void Waiting(ILogger log, string reason);

    [LoggerMessage(2, LogLevel.Information, "connected to {Host}; up to {Concurrency} tasks at a time, and a sync beside them")]
    private static partial void Greeted(ILogger log, string host, int concurrency);

    [LoggerMessage(3, LogLevel.Warning, "asking for tasks fails, trying again: {Reason}")]
    private static partial void PollFailing(ILogger log, string reason);

    [LoggerMessage(4, LogLevel.Debug, "asking for tasks failed: {Reason}")]
    private static partial void PollFailed(ILogger log, string reason);

    [LoggerMessage(5, LogLevel.Information, "asking for tasks works again")]
    private static partial void PollsAgain(ILogger log);

    [LoggerMessage(6, LogLevel.Information, "ConductorOne gives no several tasks at once (BATON_GET_TASKS); asking for one at a time")]
    private static partial void NoBatches(ILogger log);

    [LoggerMessage(7, LogLevel.Information, "task {TaskId} ({Kind}) was taken")]
    private static partial void Taken(ILogger log, string taskId, string kind);

    [LoggerMessage(8, LogLevel.Information, "task {TaskId} was handed out again and is in work already")]
    private static partial void RunsAlready(ILogger log, string taskId);

    [LoggerMessage(9, LogLevel.Information, "task {TaskId} ({Kind}) is done after {Seconds} s")]
    private static partial void Done(ILogger log, string taskId, string kind, double seconds);

    [LoggerMessage(10, LogLevel.Warning, "task {TaskId} ({Kind}) failed with {Code} (retryable: {Retryable}) after {Seconds} s: {Message}")]
    private static partial void Failed(ILogger log, string taskId, string kind, StatusCode code, bool retryable, double seconds, string message);

    [LoggerMessage(11, LogLevel.Error, "task {TaskId} met an error that nobody expected")]
    private static partial void Unexpected(ILogger log, Exception failure, string taskId);

    [LoggerMessage(12, LogLevel.Warning, "how task {TaskId} ended could not be told to ConductorOne, which will hand it out again: {Reason}")]
    private static partial void NotFinished(ILogger log, string taskId, string reason);

    [LoggerMessage(13, LogLevel.Warning, "heartbeat of task {TaskId} failed ({Failures} in a row): {Reason}")]
    private static partial void HeartbeatFailed(ILogger log, string taskId, int failures, string reason);

    [LoggerMessage(14, LogLevel.Warning, "the hello that task {TaskId} asks for failed: {Reason}")]
    private static partial void HelloFailed(ILogger log, string taskId, string reason);

    [LoggerMessage(15, LogLevel.Warning, "taking back what was granted for a time failed, trying again: {Reason}")]
    private static partial void TakingBackFailed(ILogger log, Exception failure, string reason);

    [LoggerMessage(16, LogLevel.Information, "stopping; {Running} tasks are in work")]
    private static partial void Stopping(ILogger log, int running);

    [LoggerMessage(17, LogLevel.Warning, "stopped before {Running} tasks were finished at ConductorOne")]
    private static partial void Abandoned(ILogger log, int running);
}
