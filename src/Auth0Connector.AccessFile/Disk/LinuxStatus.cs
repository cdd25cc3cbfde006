using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Auth0Connector.AccessFile.Disk;

/// <summary>statx(2), whose structure is the same on every processor.</summary>
internal static partial class LinuxStatus
{
    private const int StructureSize = 256;
    private const int WorkingDirectory = -100;
    private const int NoFollow = 0x100;
    private const int EmptyPath = 0x1000;
    private const uint BasicFields = 0x7ff;
    private const ulong IsMountRoot = 0x2000;

    /// <summary>What stands under a name; <see langword="null"/> for nothing.</summary>
    public static unsafe FileFacts? Of(string path, bool isFollowed = false)
    {
        var status = stackalloc byte[StructureSize];
        return Statx(WorkingDirectory, path, isFollowed ? 0 : NoFollow, BasicFields, status) == 0
            ? Read(new ReadOnlySpan<byte>(status, StructureSize))
            : UnixCalls.NothingOrThrow(path, Marshal.GetLastPInvokeError());
    }

    /// <summary>What an open file is.</summary>
    public static unsafe FileFacts Of(SafeFileHandle handle)
    {
        var status = stackalloc byte[StructureSize];
        var isAdded = false;
        try
        {
            handle.DangerousAddRef(ref isAdded);
            return Statx((int)handle.DangerousGetHandle(), "", EmptyPath, BasicFields, status) == 0
                ? Read(new ReadOnlySpan<byte>(status, StructureSize))
                : throw new IOException("an open file cannot be looked at", Marshal.GetLastPInvokeError());
        }
        finally
        {
            if (isAdded)
            {
                handle.DangerousRelease();
            }
        }
    }

    private static FileFacts Read(ReadOnlySpan<byte> status) => new(
        FileFacts.KindOf(BinaryPrimitives.ReadUInt16LittleEndian(status[28..])),
        BinaryPrimitives.ReadUInt32LittleEndian(status[20..]),
        string.Create(
            CultureInfo.InvariantCulture,
            $"{BinaryPrimitives.ReadUInt32LittleEndian(status[136..])}:{BinaryPrimitives.ReadUInt32LittleEndian(status[140..])}:{BinaryPrimitives.ReadUInt64LittleEndian(status[32..])}"),
        (BinaryPrimitives.ReadUInt64LittleEndian(status[8..]) & IsMountRoot) != 0)
    {
        Size = BinaryPrimitives.ReadInt64LittleEndian(status[40..]),
        ChangedAt = Time(status[96..]),
        ModifiedAt = Time(status[112..]),
    };

    private static long Time(ReadOnlySpan<byte> time) =>
        unchecked((BinaryPrimitives.ReadInt64LittleEndian(time) * 1_000_000_000) + BinaryPrimitives.ReadUInt32LittleEndian(time[8..]));

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static unsafe partial int Statx(int directory, string path, int flags, uint fields, byte* status);
}
