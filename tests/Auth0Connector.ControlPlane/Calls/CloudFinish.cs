using Auth0Connector.ControlPlane.Protocol;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Auth0Connector.ControlPlane.Calls;

/// <summary>How a connector finished a task.</summary>
public sealed class CloudFinish
{
    private readonly BatonServiceFinishTaskRequest _request;
    private int _repeats;

    internal CloudFinish(BatonServiceFinishTaskRequest request, TimeSpan at)
    {
        _request = request;
        At = at;
    }

    /// <summary>What it sent.</summary>
    public BatonServiceFinishTaskRequest Request => _request.Clone();

    /// <summary>The task.</summary>
    public string TaskId => _request.TaskId;

    /// <summary>When it came, on the server's clock.</summary>
    public TimeSpan At { get; }

    /// <summary>Whether it was a success.</summary>
    public bool Succeeded => _request.FinalStateCase == BatonServiceFinishTaskRequest.FinalStateOneofCase.Success;

    /// <summary>OK for a success, otherwise the code of its status.</summary>
    public StatusCode Code => (StatusCode)(_request.Status?.Code ?? 0);

    /// <summary>The status's message; empty for a success.</summary>
    public string Message => _request.Status?.Message ?? "";

    /// <summary>The status's details.</summary>
    public IReadOnlyList<Any> Details => _request.Status is { } status ? [.. status.Details] : [];

    /// <summary>Whether the cloud may hand the task out again; so with no success.</summary>
    public bool Retryable => _request.FinalStateCase == BatonServiceFinishTaskRequest.FinalStateOneofCase.Error && !_request.Error.NonRetryable;

    /// <summary>What stands beside the answer or the error.</summary>
    public IReadOnlyList<Any> Annotations => Succeeded ? [.. _request.Success.Annotations] : [.. _request.Error?.Annotations ?? []];

    /// <summary>The type URL of the answer; empty where there is none.</summary>
    public string ResponseType => _request.Success?.Response?.TypeUrl ?? "";

    /// <summary>How often the same finish came again after its answer was lost.</summary>
    public int Repeats => Volatile.Read(ref _repeats);

    /// <summary>The answer, read with the server's own messages.</summary>
    /// <exception cref="InvalidOperationException">There is none, or it is of another type.</exception>
    public T Response<T>()
        where T : IMessage<T>, new()
    {
        var wanted = $"type.googleapis.com/{new T().Descriptor.FullName}";
        return ResponseType == wanted
            ? Read<T>(_request.Success.Response)
            : throw new InvalidOperationException($"Task {TaskId} answered '{ResponseType}' ({Code} {Message}), not '{wanted}'.");
    }

    /// <summary>Whether an annotation of this type stands beside the answer.</summary>
    public bool Has<T>()
        where T : IMessage<T>, new() =>
        Annotations.Any(annotation => annotation.TypeUrl == $"type.googleapis.com/{new T().Descriptor.FullName}");

    internal void Repeat() => Interlocked.Increment(ref _repeats);

    internal bool SameAs(BatonServiceFinishTaskRequest other) => _request.Equals(other);

    private static T Read<T>(Any packed)
        where T : IMessage<T>, new()
    {
        var message = new T();
        message.MergeFrom(packed.Value);
        return message;
    }
}
