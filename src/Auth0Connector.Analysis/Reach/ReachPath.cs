namespace Auth0Connector.Analysis.Reach;

/// <summary>How something is reached: first what is held directly, then what each gives in turn, last the thing itself.</summary>
/// <param name="Steps">The steps.</param>
/// <param name="IsRecorded">Whether its beginning is only known from what the file recorded of an expansion, not from the grants that caused it.</param>
public sealed record ReachPath(IReadOnlyList<Held> Steps, bool IsRecorded = false)
{
    /// <summary>Steps of a very long way that are left out of its middle.</summary>
    public int Omitted { get; init; }

    /// <summary>Whether the thing itself is held.</summary>
    public bool IsDirect => Steps.Count == 1 && !IsRecorded;

    /// <summary>What is reached.</summary>
    public Held Target => Steps[^1];

    /// <summary>Steps with those that are left out.</summary>
    public int Length => Steps.Count + Omitted;
}
