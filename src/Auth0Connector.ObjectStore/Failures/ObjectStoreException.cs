namespace Auth0Connector.ObjectStore.Failures;

/// <summary>An object that could not be read or written; the message says which, why, and what to do.</summary>
public sealed class ObjectStoreException : Exception
{
    /// <summary>Creates one.</summary>
    public ObjectStoreException(ObjectStoreErrorKind kind, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Kind = kind;
    }

    /// <summary>What kind of failure it is.</summary>
    public ObjectStoreErrorKind Kind { get; }
}
