using Auth0Connector.AccessFile.Caching;
using Auth0Connector.AccessFile.Container;

namespace Auth0Connector.AccessFile.Reading;

/// <summary>How a file is opened.</summary>
public sealed record AccessFileReaderOptions
{
    /// <summary>Limits for unpacking; the ecosystem's own by default.</summary>
    public DecoderLimits Limits { get; init; } = DecoderLimits.Default;

    /// <summary>Where the private folder for the decoded copy is made; the system's temporary folder by default.</summary>
    public string? TemporaryFolder { get; init; }

    /// <summary>Where large databases stay unpacked for the next time; nowhere by default.</summary>
    public UnpackedCache? Cache { get; init; }
}
