using Auth0Connector.Analysis.Coverage;

namespace Auth0Connector.Analysis.Findings;

/// <summary>A rule that had no answer, or not all of it, since the file does not hold what it asks about.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="IsPartly">Whether it was asked of what is there; its rows are true then, and there may be more.</param>
/// <param name="Lacks">What is not there.</param>
public sealed record NotAsked(FindingRule Rule, bool IsPartly, IReadOnlyList<Lack> Lacks)
{
    /// <summary>What is not there and why, in words.</summary>
    public string Reason => string.Join("; ", Lacks.GroupBy(lack => lack.Reason).Select(same => $"{string.Join(", ", same.Select(lack => lack.What).Distinct(StringComparer.Ordinal))}: {same.Key}"));

    /// <summary>What to do to have it asked.</summary>
    public string Remedy => string.Join(' ', Lacks.Select(lack => lack.Remedy).Distinct(StringComparer.Ordinal));

    internal static NotAsked? Of(FindingRule rule, FileCoverage coverage) => (coverage.Among(rule.Needs), coverage.Among(rule.Widens)) switch
    {
        ([_, ..] needs, _) => new NotAsked(rule, IsPartly: false, needs),
        (_, [_, ..] widens) => new NotAsked(rule, IsPartly: true, widens),
        _ => null,
    };
}
