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
    internal abstract IEnumerable<FindingRow> Find(FindingContext context);
}
