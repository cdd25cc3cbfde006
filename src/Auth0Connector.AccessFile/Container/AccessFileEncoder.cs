using System.Buffers;
using Auth0Connector.AccessFile.Failures;
using ZstdSharp;
using ZstdSharp.Unsafe;

namespace Auth0Connector.AccessFile.Container;

/// <summary>
/// Wraps a closed SQLite database: the header and one zstd frame with content size and checksum (format section 1). A large
/// one becomes several frames, which readers take as one stream, so that they can be compressed side by side.
/// </summary>
internal static class AccessFileEncoder
{
    private const int BufferSize = 1 << 17;

    // A twentieth larger than at level 3, in half the time. Its window is at most 512 KiB; readers take up to 128 MiB.
    private const int Level = 1;

    // Below this one thread is done before others would be warm.
    private const long LargestSingleFrame = 2 * FrameEncoder.FrameSize;

    /// <summary>Writes the container to <paramref name="target"/>, which stays open and is not flushed.</summary>
    /// <remarks>
    /// Not by the worker threads of the managed zstd port, which were seen to stop for good in a streaming call. The
    /// content size is pledged, so a database that grows or shrinks meanwhile is an error and not a bad file.
    /// </remarks>
    public static void Encode(string databasePath, Stream target, CancellationToken cancellationToken)
    {
        try
        {
            using var source = new FileStream(databasePath, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            if (source.Length > LargestSingleFrame)
            {
                target.Write(AccessFileHeader.Magic);
                FrameEncoder.Encode(source, target, Level, cancellationToken);
            }
            else
            {
                Encode(source, target, cancellationToken);
            }
        }
        catch (ZstdException exception)
        {
            throw Changed(databasePath, exception);
        }
        catch (Exception exception) when (FileFailure.Is(exception))
        {
            throw FileFailure.From(exception, databasePath, "compress");
        }
    }

    private static void Encode(FileStream source, Stream target, CancellationToken cancellationToken)
    {
        using var compressor = new Compressor(Level);
        compressor.SetParameter(ZSTD_cParameter.ZSTD_c_checksumFlag, 1);
        compressor.SetPledgedSrcSize((ulong)source.Length);
        target.Write(AccessFileHeader.Magic);
        var input = new byte[BufferSize];
        var output = new byte[BufferSize];
        int count;
        while ((count = source.Read(input)) > 0)
        {
            var rest = input.AsSpan(0, count);
            while (!rest.IsEmpty)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var progress = compressor.WrapStream(rest, output, out var consumed, out var written, isFinalBlock: false);
                ThrowIfInvalid(progress, source.Name);
                target.Write(output, 0, written);
                rest = rest[consumed..];
            }
        }

        OperationStatus status;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            status = compressor.FlushStream(output, out var written, isFinalBlock: true);
            ThrowIfInvalid(status, source.Name);
            target.Write(output, 0, written);
        }
        while (status != OperationStatus.Done);
    }

    // The streaming calls return errors of zstd as a status; the only one that can happen here is a wrong content size.
    private static void ThrowIfInvalid(OperationStatus status, string databasePath)
    {
        if (status == OperationStatus.InvalidData)
        {
            throw Changed(databasePath, null);
        }
    }

    private static AccessFileException Changed(string databasePath, Exception? exception)
    {
        return new AccessFileException(
            AccessFileErrorKind.Corrupt, $"The database '{databasePath}' changed while it was compressed.", databasePath, exception);
    }
}
