namespace Auth0Connector.ControlPlane.Calls;

/// <summary>One attempt to upload an asset: whole, or cut off.</summary>
public sealed record CloudUpload
{
    /// <summary>The task that it belongs to.</summary>
    public required string TaskId { get; init; }

    /// <summary>The file of what came; gone where the attempt was cut off, and with the server.</summary>
    public required string Path { get; init; }

    /// <summary>Whether it came to its end and the checksum matched.</summary>
    public required bool Whole { get; init; }

    /// <summary>How many bytes came.</summary>
    public required long Length { get; init; }

    /// <summary>SHA-256 of what came, in lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The sizes of the data messages, in order.</summary>
    public required IReadOnlyList<int> Chunks { get; init; }

    /// <summary>When it ended, on the server's clock.</summary>
    public required TimeSpan At { get; init; }
}
