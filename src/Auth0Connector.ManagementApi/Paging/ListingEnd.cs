namespace Auth0Connector.ManagementApi.Paging;

/// <summary>How a listing ended: with evidence that it is whole, or without, and why.</summary>
public sealed record ListingEnd
{
    private ListingEnd(EndEvidence? evidence, string? doubt)
    {
        Evidence = evidence;
        Doubt = doubt;
    }

    /// <summary>What shows that the listing is whole; <see langword="null"/> where nothing does.</summary>
    public EndEvidence? Evidence { get; }

    /// <summary>Why the listing cannot be shown to be whole, in words and without personal data.</summary>
    public string? Doubt { get; }

    /// <summary>The end of a listing that is whole.</summary>
    public static ListingEnd Proven(EndEvidence evidence) => new(evidence, null);

    /// <summary>The end of a listing of which nobody can say that it is whole.</summary>
    public static ListingEnd Unproven(string doubt) => new(null, doubt);
}
