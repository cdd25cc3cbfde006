using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Settings;

/// <summary>
/// Where a person's own files of this program lie: the XDG base directories (https://specifications.freedesktop.org/basedir-spec),
/// on Windows those of <c>%APPDATA%</c> and <c>%LOCALAPPDATA%</c>.
/// </summary>
internal static class UserFolders
{
    private const string Ours = "auth0-connector";

    /// <summary>The folder of configuration, or <see langword="null"/> where the surroundings name none.</summary>
    public static string? Config(Host host) => Of(host, "XDG_CONFIG_HOME", ".config", "APPDATA");

    /// <summary>The folder of data, or <see langword="null"/> where the surroundings name none.</summary>
    public static string? Data(Host host) => Of(host, "XDG_DATA_HOME", ".local/share", "LOCALAPPDATA");

    /// <summary>The folder of work in progress that lasts, or <see langword="null"/> where the surroundings name none.</summary>
    public static string? State(Host host) => Of(host, "XDG_STATE_HOME", ".local/state", "LOCALAPPDATA");

    /// <summary>The folder of what can be made again at any time, or <see langword="null"/> where the surroundings name none.</summary>
    public static string? Cache(Host host) => Of(host, "XDG_CACHE_HOME", OperatingSystem.IsMacOS() ? "Library/Caches" : ".cache", "LOCALAPPDATA");

    /// <summary>The person's home, or <see langword="null"/> where the surroundings name none.</summary>
    public static string? Home(Host host) => Absolute(host, OperatingSystem.IsWindows() ? "USERPROFILE" : "HOME");

    private static string? Of(Host host, string variable, string belowHome, string onWindows)
    {
        var root = Absolute(host, variable)
            ?? (OperatingSystem.IsWindows() ? Absolute(host, onWindows) : Home(host) is { } home ? Path.Combine(home, belowHome) : null);
        return root is null ? null : Path.Combine(root, Ours);
    }

    // The specification: a path that is not absolute counts as not set.
    private static string? Absolute(Host host, string variable) =>
        host.Variable(variable) is { Length: > 0 } path && Path.IsPathFullyQualified(path) ? path : null;
}
