namespace Auth0Connector.ControlPlane.Tasks;

/// <summary>Where a task stands.</summary>
internal enum TaskState
{
    /// <summary>Waits to be handed out.</summary>
    Queued,

    /// <summary>A connector has it.</summary>
    HandedOut,

    /// <summary>Finished for good.</summary>
    Finished,

    /// <summary>Taken back: handed out again under another id.</summary>
    Withdrawn,
}
