namespace Auth0Connector.ObjectStore.Tests;

/// <summary>What goes wrong with one request.</summary>
public enum StandInFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The connection ends before anything is done.</summary>
    Cut,

    /// <summary>What was asked is done, and the connection ends before it is said.</summary>
    AnswerLost,

    /// <summary>Half of the answer comes.</summary>
    AnswerCut,

    /// <summary>As many bytes as are stored, and others.</summary>
    Changed,

    /// <summary>503 SlowDown.</summary>
    SlowDown,

    /// <summary>The session token has run out.</summary>
    Expired,

    /// <summary>The keys have no right to it.</summary>
    Denied,

    /// <summary>Somebody else writes the object first.</summary>
    OtherWriter,
}
