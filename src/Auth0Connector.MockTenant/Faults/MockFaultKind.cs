namespace Auth0Connector.MockTenant;

/// <summary>How an answer goes wrong.</summary>
public enum MockFaultKind
{
    /// <summary>Status, headers and body as given instead of the true answer; nothing is executed.</summary>
    Answer,

    /// <summary>The true answer, cut in the middle: Content-Length says more than is sent, then the connection dies.</summary>
    TruncatedBody,

    /// <summary>The connection is reset instead of an answer.</summary>
    Reset,

    /// <summary>What was asked for is done, but the connection is reset instead of an answer.</summary>
    LostAnswer,

    /// <summary>Half of the true body with status 200 and a Content-Length that agrees with it.</summary>
    HalfBody,

    /// <summary>The true answer with its body changed by <see cref="MockFault.Change"/>.</summary>
    ChangedBody,

    /// <summary>The true answer, but later.</summary>
    Delay,
}
