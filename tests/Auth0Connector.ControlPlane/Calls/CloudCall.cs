namespace Auth0Connector.ControlPlane.Calls;

/// <summary>What a connector calls, as far as faults and records tell it apart.</summary>
public enum CloudCall
{
    /// <summary>The token endpoint.</summary>
    Token,

    /// <summary>Hello, at the start or for a task.</summary>
    Hello,

    /// <summary>GetTask or GetTasks.</summary>
    Poll,

    /// <summary>Heartbeat.</summary>
    Heartbeat,

    /// <summary>FinishTask.</summary>
    Finish,

    /// <summary>UploadAsset.</summary>
    Upload,

    /// <summary>Anything else, which a connector does not call.</summary>
    Other,
}
