namespace Auth0Connector.Analysis.Coverage;

/// <summary>Something that a file does not hold, so that questions about it have no answer there.</summary>
/// <param name="Need">What it is needed for; null for a skip that no question of ours depends on.</param>
/// <param name="What">What it is, in words.</param>
/// <param name="Reason">Why it is not there.</param>
/// <param name="Remedy">What to do to get it, one sentence.</param>
public sealed record Lack(Need? Need, string What, string Reason, string Remedy)
{
    /// <summary>The same as a sentence.</summary>
    public string Words => $"{char.ToUpperInvariant(What[0])}{What[1..]}: {Reason}. {Remedy}";
}
