namespace Auth0Connector.Analysis.Findings;

/// <summary>How much a finding matters.</summary>
public enum Severity
{
    /// <summary>Tidy up when there is time.</summary>
    Low,

    /// <summary>Look at it soon.</summary>
    Medium,

    /// <summary>Look at it now.</summary>
    High,
}
