using Microsoft.Extensions.Logging;

namespace Auth0Connector.Service.Cloud;

/// <summary>What calls to ConductorOne put into the log.</summary>
internal static partial class CloudLog
{
    [LoggerMessage(400, LogLevel.Debug, "the token was refused for {Call}; a new one is asked for")]
    public static partial void TokenRefused(ILogger logger, string call);

    [LoggerMessage(401, LogLevel.Warning, "a task came without an id, so nobody can be told of it; it is left out")]
    public static partial void TaskWithoutId(ILogger logger);

    [LoggerMessage(402, LogLevel.Warning, "task {TaskId}: the upload failed and is tried again in {Seconds:0.0} s ({Attempt} of {Attempts}): {Reason}")]
    public static partial void UploadAgain(ILogger logger, string taskId, double seconds, int attempt, int attempts, string reason);

    [LoggerMessage(403, LogLevel.Warning, "task {TaskId}: its end could not be told and is told again in {Seconds:0.0} s: {Reason}")]
    public static partial void FinishAgain(ILogger logger, string taskId, double seconds, string reason);

    [LoggerMessage(404, LogLevel.Warning, "task {TaskId}: its end is not wanted: {Reason}")]
    public static partial void FinishRefused(ILogger logger, string taskId, string reason);

    [LoggerMessage(405, LogLevel.Warning, "task {TaskId}: its answer has {Bytes} bytes, more than a call may carry; the task is finished as failed")]
    public static partial void AnswerTooLarge(ILogger logger, string taskId, int bytes);
}
