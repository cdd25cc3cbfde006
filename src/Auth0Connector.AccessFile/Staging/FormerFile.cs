using System.Globalization;
using Auth0Connector.AccessFile.Container;
using Auth0Connector.AccessFile.Disk;
using Auth0Connector.AccessFile.Failures;

namespace Auth0Connector.AccessFile.Staging;

/// <summary>The access file that stands in the target's place, as bytes.</summary>
internal static class FormerFile
{
    /// <summary>Tells one state of the file from another; empty when there is none, as an empty file counts as absent.</summary>
    public static string Signature(string targetPath)
    {
        var file = new FileInfo(targetPath);
        return file.Exists && file.Length > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{file.Length} {file.LastWriteTimeUtc.Ticks}")
            : "";
    }

    /// <summary>Its database's size in bytes, where it says so; 0 when there is no file.</summary>
    public static long DatabaseBytes(string targetPath)
    {
        if (Signature(targetPath).Length == 0)
        {
            return 0;
        }

        using var file = File.OpenRead(targetPath);
        if (AccessFileHeader.Identify(Beginning(file), targetPath) == AccessFileContainer.PlainSqlite)
        {
            return file.Length;
        }

        file.Position = AccessFileHeader.Magic.Length;
        return ZstdFrameHeader.TryRead(Beginning(file), out var header) ? (long)Math.Min(header.ContentSize ?? 0, long.MaxValue) : 0;
    }

    /// <summary>Leaves its database in a file that only this user can read.</summary>
    /// <exception cref="AccessFileException">It is damaged, too large, or no access file.</exception>
    public static void Unpack(string targetPath, string copyPath, DecoderLimits limits, CancellationToken cancellationToken)
    {
        StagingDatabase.Delete(copyPath);
        using var source = File.OpenRead(targetPath);
        var kind = AccessFileHeader.Identify(Beginning(source), targetPath);
        using var copy = LocalDisk.Real.Create(copyPath, LocalDisk.OwnerOnly);
        if (kind == AccessFileContainer.Compressed)
        {
            source.Position = AccessFileHeader.Magic.Length;
            AccessFileDecoder.Decode(source, copy, targetPath, limits, cancellationToken);
            return;
        }

        source.Position = 0;
        CopyAll(source, copy, cancellationToken);
        if (File.Exists(targetPath + "-wal"))
        {
            using var log = File.OpenRead(targetPath + "-wal");
            using var logCopy = LocalDisk.Real.Create(copyPath + "-wal", LocalDisk.OwnerOnly);
            CopyAll(log, logCopy, cancellationToken);
        }
    }

    private static void CopyAll(FileStream source, Stream target, CancellationToken cancellationToken)
    {
        var buffer = new byte[1 << 20];
        int count;
        while ((count = source.Read(buffer)) > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            target.Write(buffer, 0, count);
        }
    }

    private static byte[] Beginning(FileStream file)
    {
        var bytes = new byte[ZstdFrameHeader.MaxLength];
        return bytes[..file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
    }
}
