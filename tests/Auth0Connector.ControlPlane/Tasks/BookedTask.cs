using Auth0Connector.ControlPlane.Calls;

namespace Auth0Connector.ControlPlane.Tasks;

/// <summary>A task and what has happened to it; guarded by its book's lock.</summary>
internal sealed class BookedTask(TaskScript script)
{
    public TaskScript Script => script;

    public string Id => script.Id;

    public TaskState State { get; set; }

    /// <summary>How often it was handed out.</summary>
    public int HandOuts { get; set; }

    public TimeSpan HandedOutAt { get; set; }

    /// <summary>Whether anything was heard of it since it was handed out last.</summary>
    public bool Alive { get; set; }

    /// <summary>When heartbeats came, since ever and since it was handed out last.</summary>
    public List<TimeSpan> Heartbeats { get; } = [];

    public int FreshHeartbeats { get; set; }

    /// <summary>When a heartbeat was answered with a cancellation.</summary>
    public TimeSpan? CancelledAt { get; set; }

    /// <summary>Set by a test: the next heartbeat is answered with a cancellation.</summary>
    public bool Cancelling { get; set; }

    public List<CloudUpload> Uploads { get; } = [];

    /// <summary>The assets that came whole since it was handed out last, by their checksum.</summary>
    public HashSet<string> FreshAssets { get; } = new(StringComparer.Ordinal);

    public List<CloudFinish> Finishes { get; } = [];

    /// <summary>Whether the last finish's answer may not have arrived.</summary>
    public bool AnswerLost { get; set; }

    /// <summary>The finish that counts.</summary>
    public CloudFinish? Finish { get; set; }
}
