using Microsoft.Extensions.Logging;

namespace Auth0Connector.Cli.Sync.Progress;

/// <summary>What is logged of a sync.</summary>
internal static partial class ProgressLog
{
    [LoggerMessage(EventId = 3, Message = "sync {SyncId} started")]
    public static partial void Started(ILogger log, LogLevel level, string syncId);

    [LoggerMessage(EventId = 4, Message = "sync {SyncId} goes on where it was stopped")]
    public static partial void Resumed(ILogger log, LogLevel level, string syncId);

    [LoggerMessage(5, LogLevel.Information, "{Progress}")]
    public static partial void Progress(ILogger log, string progress);

    [LoggerMessage(6, LogLevel.Warning, "skipped {What}: {Why}; {Remedy}")]
    public static partial void Skipped(ILogger log, string what, string why, string remedy);

    [LoggerMessage(EventId = 7, Message = "{Step} the file")]
    public static partial void Finishing(ILogger log, LogLevel level, string step);

    [LoggerMessage(EventId = 8, Message = "sync {SyncId} is complete: {Path}, {Bytes} bytes, {Requests} requests, {Seconds} s")]
    public static partial void Finished(ILogger log, LogLevel level, string syncId, string path, long bytes, long requests, double seconds);

    [LoggerMessage(9, LogLevel.Information, "{Message}")]
    public static partial void Announced(ILogger log, string message);

    [LoggerMessage(10, LogLevel.Warning, "what was read is kept in {Path}; run again and it goes on there")]
    public static partial void Kept(ILogger log, string path);
}
