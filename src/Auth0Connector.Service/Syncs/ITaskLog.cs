using Microsoft.Extensions.Logging;

namespace Auth0Connector.Service.Syncs;

/// <summary>The log of one task. Disposed, everything is in its file.</summary>
public interface ITaskLog : IDisposable
{
    /// <summary>Where the parts that do the task log.</summary>
    ILoggerFactory Loggers { get; }
}
