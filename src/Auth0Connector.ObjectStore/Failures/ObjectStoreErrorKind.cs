namespace Auth0Connector.ObjectStore.Failures;

/// <summary>What went wrong with an object, as far as a person can act on it.</summary>
public enum ObjectStoreErrorKind
{
    /// <summary>The name or a setting is a mistake; nothing was asked of the store.</summary>
    Settings,

    /// <summary>The store said no: keys, rights, a bucket that is not there.</summary>
    Refused,

    /// <summary>No answer came, or none that is one.</summary>
    Unreachable,

    /// <summary>The object is not there.</summary>
    NotFound,

    /// <summary>Somebody else wrote the object meanwhile.</summary>
    Conflict,

    /// <summary>What came is not what was stored, or it is larger than can be stored.</summary>
    Damaged,
}
