using Microsoft.Extensions.Logging;

namespace Auth0Connector.Cli.Jobs;

/// <summary>What is logged of what follows a run; nothing of it changes the exit code.</summary>
internal static partial class JobLog
{
    [LoggerMessage(1, LogLevel.Warning, "the metrics were not written to {Path}: {Why}")]
    public static partial void NoMetrics(ILogger log, string path, string why);

    [LoggerMessage(2, LogLevel.Warning, "the metrics in {Path} have no findings: {Why}")]
    public static partial void NoFindings(ILogger log, string path, string why);

    [LoggerMessage(3, LogLevel.Debug, "{Setting} ended with 0")]
    public static partial void Ran(ILogger log, string setting);

    [LoggerMessage(4, LogLevel.Warning, "{Setting}: the command failed ({Why}); the sync's exit code stays {ExitCode}")]
    public static partial void Failed(ILogger log, string setting, string why, int exitCode);

    [LoggerMessage(5, LogLevel.Information, "{Setting} says: {Line}")]
    public static partial void Says(ILogger log, string setting, string line);
}
