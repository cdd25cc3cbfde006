namespace Auth0Connector.Sync.Settings;

/// <summary>Why a sync ended without a file.</summary>
public enum SyncErrorKind
{
    /// <summary>Something was read but is not proven whole; the former file stands.</summary>
    Incomplete,

    /// <summary>The token lacks scopes that a wanted resource type cannot do without.</summary>
    MissingScopes,

    /// <summary>The settings contradict each other or name something that does not exist.</summary>
    Settings,
}

/// <summary>A sync that ended without a file, for a reason that lies in the sync itself.</summary>
public sealed class SyncException(SyncErrorKind kind, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>Why the sync ended.</summary>
    public SyncErrorKind Kind { get; } = kind;

    /// <summary>What the person can do next, one sentence, if there is something.</summary>
    public string? Hint { get; init; }
}
