using Auth0Connector.AccessFile.Caching;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Files;

/// <summary>Where large files stay unpacked, and whether they do.</summary>
internal static class CachePlace
{
    /// <summary>The cache of this person; null where nothing may be kept.</summary>
    public static UnpackedCache? Of(ResolvedSettings settings, Host host)
    {
        var isAsked = settings.Given(FileFlags.Cache) is { Label: "--cache" };
        return settings.IsOn(FileFlags.Cache) && (isAsked || string.IsNullOrEmpty(host.Variable("CI"))) ? Of(host) : null;
    }

    /// <summary>The same whether it is used or not; null where the surroundings name no place.</summary>
    public static UnpackedCache? Of(Host host) =>
        UserFolders.Cache(host) is { } folder ? new UnpackedCache(Path.Combine(folder, "unpacked"), host.Clock) : null;
}
