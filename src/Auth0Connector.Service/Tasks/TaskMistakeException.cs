using Grpc.Core;

namespace Auth0Connector.Service.Tasks;

/// <summary>What a task asks for is malformed, contradicts itself, or is not offered here. Nothing was done; the message may be shown.</summary>
public sealed class TaskMistakeException(StatusCode code, string message) : Exception(message)
{
    /// <summary>The ecosystem's code for it.</summary>
    public StatusCode Code { get; } = code;
}
