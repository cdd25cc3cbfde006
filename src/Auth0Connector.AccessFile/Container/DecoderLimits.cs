namespace Auth0Connector.AccessFile.Container;

/// <summary>How much a compressed file may ask for, against decompression bombs (format section 1).</summary>
public sealed record DecoderLimits
{
    private const long MiB = 1 << 20;

    /// <summary>The ecosystem's own limits: 10 GiB of database, a window of 128 MiB.</summary>
    public static DecoderLimits Default { get; } = new();

    /// <summary>Bytes of the decoded database; 10 GiB by default. Callers set it from BATON_DECODER_MAX_DECODED_SIZE_MB.</summary>
    public long MaxDecodedBytes { get; init; } = 10 * 1024 * MiB;

    /// <summary>Bytes of a zstd window; 128 MiB by default. Callers set it from BATON_DECODER_MAX_MEMORY_MB.</summary>
    public long MaxWindowBytes { get; init; } = 128 * MiB;

    /// <summary>The same limits in the ecosystem's unit, MiB; null keeps a default.</summary>
    public static DecoderLimits FromMegabytes(long? maxDecoded, long? maxMemory)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxDecoded ?? 1, nameof(maxDecoded));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxMemory ?? 1, nameof(maxMemory));
        return new DecoderLimits
        {
            MaxDecodedBytes = maxDecoded is { } decoded ? ToBytes(decoded) : Default.MaxDecodedBytes,
            MaxWindowBytes = maxMemory is { } memory ? ToBytes(memory) : Default.MaxWindowBytes,
        };
    }

    private static long ToBytes(long megabytes) => Math.Min(megabytes, long.MaxValue / MiB) * MiB;
}
