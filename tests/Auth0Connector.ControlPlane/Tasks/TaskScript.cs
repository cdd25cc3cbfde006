using Kinds = Auth0Connector.ControlPlane.Protocol.Task.TaskTypeOneofCase;
using ServiceTask = Auth0Connector.ControlPlane.Protocol.Task;

namespace Auth0Connector.ControlPlane.Tasks;

/// <summary>A task that is handed out, and what goes with it.</summary>
public sealed record TaskScript
{
    private readonly ServiceTask _content;

    /// <param name="content">The task's kind and what is asked; id and debug are set from here.</param>
    public TaskScript(ServiceTask content)
    {
        _content = content.Clone();
    }

    /// <summary>27 letters and digits.</summary>
    public string Id { get; init; } = TaskIds.Create();

    /// <summary>Whether a debug log of the task is wished.</summary>
    public bool Debug { get; init; }

    /// <summary>When to ask again after the answer with this task; the server's own where none is said.</summary>
    public TimeSpan? NextPoll { get; init; }

    /// <summary>How soon the next heartbeat of this task is asked for; the server's own where none is said.</summary>
    public TimeSpan? NextHeartbeat { get; init; }

    /// <summary>How often it is handed out again after a failure that the connector calls retryable.</summary>
    public int Retries { get; init; }

    /// <summary>Its kind; None for an unknown variant as well.</summary>
    public Kinds Kind => _content.TaskTypeCase;

    /// <summary>Whether it is the task that is none.</summary>
    internal bool IsNone => Kind == Kinds.None_;

    /// <summary>The task as it goes out.</summary>
    public ServiceTask Message
    {
        get
        {
            var message = _content.Clone();
            message.Id = Id;
            message.Debug = Debug;
            message.Status = ServiceTask.Types.Status.Running;
            return message;
        }
    }

    /// <summary>The same task under another id.</summary>
    internal TaskScript Under(string id) => this with { Id = id };
}
