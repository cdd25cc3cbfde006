namespace Auth0Connector.Analysis.Reach;

/// <summary>How something is reached: first what is held directly, then what each gives in turn, last the thing itself.</summary>
/// <param name="Steps">The steps.</param>
/// <param name="IsRecorded">Whether its beginning is only known from what the file recorded of an expansion, not from the grants that caused it.</param>
public sealed record ReachPath(IReadOnlyList<Held> Steps, bool IsRecorded = false)
{
    /// <summary>Whether the thing itself is held.</summary>
    public bool IsDirect => Steps.Count == 1 && !IsRecorded;

    /// <summary>What is reached.</summary>
    public Held Target => Steps[^1];
}
