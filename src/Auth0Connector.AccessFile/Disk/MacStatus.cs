using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Auth0Connector.AccessFile.Disk;

/// <summary>lstat(2) of macOS, in the form with 64-bit inodes.</summary>
internal static partial class MacStatus
{
    private const int StructureSize = 256;

    /// <summary>What stands under a name; <see langword="null"/> for nothing.</summary>
    public static unsafe FileFacts? Of(string path)
    {
        var status = stackalloc byte[StructureSize];
        var result = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? LookOnIntel(path, status) : Look(path, status);
        if (result != 0)
        {
            return UnixCalls.NothingOrThrow(path, Marshal.GetLastPInvokeError());
        }

        var fields = new ReadOnlySpan<byte>(status, StructureSize);
        return new FileFacts(
            FileFacts.KindOf(BinaryPrimitives.ReadUInt16LittleEndian(fields[4..])),
            BinaryPrimitives.ReadUInt32LittleEndian(fields[16..]),
            "",
            IsMounted: false)
        {
            Size = BinaryPrimitives.ReadInt64LittleEndian(fields[96..]),
            ModifiedAt = Time(fields[48..]),
            ChangedAt = Time(fields[64..]),
        };
    }

    private static long Time(ReadOnlySpan<byte> time) =>
        unchecked((BinaryPrimitives.ReadInt64LittleEndian(time) * 1_000_000_000) + BinaryPrimitives.ReadInt64LittleEndian(time[8..]));

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [LibraryImport("libc", EntryPoint = "lstat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static unsafe partial int Look(string path, byte* status);

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [LibraryImport("libc", EntryPoint = "lstat$INODE64", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static unsafe partial int LookOnIntel(string path, byte* status);
}
