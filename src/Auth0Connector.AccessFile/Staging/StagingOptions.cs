using Auth0Connector.AccessFile.Container;

namespace Auth0Connector.AccessFile.Staging;

/// <summary>How a run treats what former runs have left.</summary>
public sealed record StagingOptions
{
    /// <summary>Whether a run that was cut short goes on.</summary>
    /// <value>Default: true.</value>
    public bool Resume { get; init; } = true;

    /// <summary>Why a run that was cut short does not go on, where whoever asks knows already; <see langword="null"/> otherwise.</summary>
    public string? StartOver { get; init; }

    /// <summary>How long ago a run may have begun that goes on.</summary>
    /// <value>Default: 24 hours.</value>
    public TimeSpan ResumeWithin { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Full syncs that the new file holds, the new one among them.</summary>
    /// <value>Default: 2, as in the ecosystem.</value>
    public int KeepSyncs { get; init; } = 2;

    /// <summary>Whether the new sync is a full one; another kind takes no full sync's place.</summary>
    /// <value>Default: true.</value>
    public bool IsFull { get; init; } = true;

    /// <summary>Limits for unpacking the former file.</summary>
    public DecoderLimits Limits { get; init; } = DecoderLimits.Default;
}
