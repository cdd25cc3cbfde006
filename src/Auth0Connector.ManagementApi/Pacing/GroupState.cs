namespace Auth0Connector.ManagementApi.Pacing;

/// <summary>What is known of one group: its bucket, and who waits for it.</summary>
internal sealed class GroupState(RateGroup group)
{
    public RateGroup Group { get; } = group;

    /// <summary>Requests that wait.</summary>
    public WaitingLine Waiting { get; } = new();

    /// <summary>The bucket it counts against; <see langword="null"/> before the first answer, and where nothing is limited.</summary>
    public Bucket? Bucket { get; set; }

    /// <summary>An answer has told which bucket it is, or that there is none.</summary>
    public bool IsKnown { get; set; }

    /// <summary>It shares a bucket by assumption only: what was seen so far fits a bucket of its own as well.</summary>
    public bool IsAssumed { get; set; }

    /// <summary>It was set apart once; if it is found to share after all, that is final.</summary>
    public bool WasSplit { get; set; }

    /// <summary>Sightings in a row that speak against the bucket it is counted to.</summary>
    public int Doubts { get; set; }

    /// <summary>The bucket that was charged in place of its own, and for how many requests.</summary>
    public Bucket? Lender { get; set; }

    public int Borrowed { get; set; }

    /// <summary>Requests sent, and those under way.</summary>
    public long Sent { get; set; }

    public int InFlight { get; set; }
}
