namespace Auth0Connector.Analysis.Findings;

/// <summary>What is set about findings.</summary>
public sealed record FindingOptions
{
    /// <summary>What counts as privileged.</summary>
    public PrivilegeOptions Privileged { get; init; } = new();

    /// <summary>What is set of single rules, by their id.</summary>
    public IReadOnlyDictionary<string, RuleOptions> Rules { get; init; } = new Dictionary<string, RuleOptions>();
}

/// <summary>What is set of one rule.</summary>
public sealed record RuleOptions
{
    /// <summary>Whether it is asked at all.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>How much it matters; null for the rule's own.</summary>
    public Severity? Severity { get; init; }

    /// <summary>Thresholds that differ from the rule's own.</summary>
    public IReadOnlyDictionary<string, double> Thresholds { get; init; } = new Dictionary<string, double>();
}
