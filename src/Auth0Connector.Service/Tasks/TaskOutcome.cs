using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Auth0Connector.Service.Tasks;

/// <summary>How a task ended: what it answers, or why it failed and whether to hand it out again.</summary>
public sealed class TaskOutcome
{
    private TaskOutcome(StatusCode code)
    {
        Code = code;
    }

    /// <summary><see cref="StatusCode.OK"/> for success, otherwise the ecosystem's code of the failure.</summary>
    public StatusCode Code { get; }

    /// <summary>Whether it succeeded.</summary>
    public bool Succeeded => Code == StatusCode.OK;

    /// <summary>What went wrong, for a person at ConductorOne; empty on success. Never a secret.</summary>
    public string Message { get; private init; } = "";

    /// <summary>Whether the cloud may hand the task out again after a failure.</summary>
    public bool Retryable { get; private init; }

    /// <summary>What a success answers; none for a sync.</summary>
    public IMessage? Response { get; private init; }

    /// <summary>What stands beside the answer, or beside the error.</summary>
    public IReadOnlyList<Any> Annotations { get; private init; } = [];

    /// <summary>What stands in the details of an error's status, as a rate limit that steers when it is tried again.</summary>
    public IReadOnlyList<Any> Details { get; private init; } = [];

    /// <summary>It is done.</summary>
    public static TaskOutcome Done(IMessage? response = null, params IReadOnlyList<Any> annotations) =>
        new(StatusCode.OK) { Response = response, Annotations = annotations };

    /// <summary>It failed, and handing it out again may help.</summary>
    public static TaskOutcome Failed(StatusCode code, string message, params IReadOnlyList<Any> details) =>
        new(code) { Message = message, Retryable = true, Details = details };

    /// <summary>It failed, and would fail again.</summary>
    public static TaskOutcome Refused(StatusCode code, string message, params IReadOnlyList<Any> details) =>
        new(code) { Message = message, Details = details };
}
