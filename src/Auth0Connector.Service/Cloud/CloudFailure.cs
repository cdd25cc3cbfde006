namespace Auth0Connector.Service.Cloud;

/// <summary>What a failed call to ConductorOne means.</summary>
public enum CloudFailure
{
    /// <summary>No connection came about, or it was cut. May pass.</summary>
    Unreachable,

    /// <summary>The server's certificate is not trusted. May pass only when somebody mends it, there or here.</summary>
    Untrusted,

    /// <summary>It was reached, and failed, was silent, or is not what answers there now. May pass.</summary>
    Unavailable,

    /// <summary>It refused who we say we are: at the token endpoint, or the token also after it was renewed.</summary>
    CredentialsRefused,

    /// <summary>It refused what was asked, and would again.</summary>
    Refused,
}
