namespace Auth0Connector.ManagementApi.Pacing;

/// <summary>Leave to send one request; given back with its answer. Times are seconds of the governor's clock.</summary>
internal sealed class Permit(RateGroup group, Bucket? bucket, double sentAt)
{
    public RateGroup Group { get; } = group;

    /// <summary>The bucket charged; <see langword="null"/> while nothing limits the group.</summary>
    public Bucket? Bucket { get; } = bucket;

    public double SentAt { get; } = sentAt;

    /// <summary>Requests of the bucket that were answered when this one left: surely charged before it.</summary>
    public long AnsweredBefore { get; init; }

    /// <summary>Where the answer goes on counting until it is safe; <see langword="null"/> where nobody keeps answers.</summary>
    public KeptPlace? Place { get; set; }

    /// <summary>The bucket was charged only because the group's own was not known yet.</summary>
    public bool IsProvisional { get; init; }
}
