using Auth0Connector.Analysis.Coverage;

namespace Auth0Connector.Analysis.Findings;

/// <summary>One rule: what it looks for, why that matters, and what to do.</summary>
public abstract class FindingRule
{
    /// <summary>Its name in files and on the command line.</summary>
    public abstract string Id { get; }

    /// <summary>Its heading.</summary>
    public abstract string Title { get; }

    /// <summary>How much it matters unless set otherwise.</summary>
    public abstract Severity Severity { get; }

    /// <summary>Why it matters, one or two sentences.</summary>
    public abstract string Why { get; }

    /// <summary>What to do, one sentence.</summary>
    public abstract string Remedy { get; }

    /// <summary>Its thresholds by name, with what they are unless set otherwise.</summary>
    public virtual IReadOnlyDictionary<string, double> Thresholds { get; } = new Dictionary<string, double>();

    /// <summary>The rule in words; the thresholds are those that count.</summary>
    public abstract string Words(Func<string, double> threshold);

    /// <summary>What it meets.</summary>
    /// <summary>
    /// What must be in the file for an answer of the rule to be true. A rule that meets what is missing needs all that could be
    /// there; one that meets what is there needs little.
    /// </summary>
    internal virtual IReadOnlyList<Need> Needs => [Need.Grants];

    /// <summary>What else could hold cases; without it the rule is asked of the rest.</summary>
    internal virtual IReadOnlyList<Need> Widens => [Need.People, .. NeedWords.Access];

    internal abstract IEnumerable<FindingRow> Find(FindingContext context);
}
