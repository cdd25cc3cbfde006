using System.Security.Cryptography;
using System.Text;
using Auth0Connector.AccessFile.Disk;

namespace Auth0Connector.AccessFile.Caching;

/// <summary>A packed file as it is now: its name without links, and its state.</summary>
/// <param name="Path">The name.</param>
/// <param name="State">The state.</param>
internal sealed record CachedSource(string Path, string State)
{
    private const uint SuperUser = 0;
    private const int KeyLength = 32;

    /// <summary>What all entries of this file begin with.</summary>
    public string Key => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path)))[..KeyLength];

    /// <summary>An open file; null where it may not be kept: it is another one than its name says now, or another user's and ours is root.</summary>
    public static CachedSource? Of(FileStream file, string path)
    {
        var real = OperatingSystem.IsWindows() ? System.IO.Path.GetFullPath(path) : UnixCalls.RealPath(System.IO.Path.GetFullPath(path));
        var facts = FileFacts.Of(file.SafeFileHandle, real);
        var isForeign = !OperatingSystem.IsWindows() && UnixCalls.User() == SuperUser && facts.Owner != SuperUser;
        return !isForeign && facts.Kind == FileKind.Regular && FileFacts.Of(real) is { Kind: FileKind.Regular } named && named.State == facts.State
            ? new CachedSource(real, facts.State)
            : null;
    }
}
