using System.Runtime.InteropServices;
using Auth0Connector.Service.Protocol;

namespace Auth0Connector.Service.Description;

/// <summary>What is running and where, as it is said with hello. Registration fails where a field is empty, so each has something to fall back on.</summary>
public static class HostDescription
{
    private const string ReleaseFile = "/etc/os-release";

    /// <summary>The program.</summary>
    /// <param name="version">Its version.</param>
    public static BatonServiceHelloRequest.Types.BuildInfo Build(string version) => new()
    {
        LangVersion = $"dotnet{Environment.Version}",
        Package = "auth0-connector",
        PackageVersion = version,
    };

    /// <summary>The machine.</summary>
    public static BatonServiceHelloRequest.Types.OSInfo Machine() => Machine(OperatingSystem.IsLinux() ? Release() : []);

    /// <summary>The machine, with what its distribution says of itself (os-release(5)).</summary>
    internal static BatonServiceHelloRequest.Types.OSInfo Machine(IReadOnlyList<string> release)
    {
        var system = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
        var kernel = Environment.OSVersion.Version.ToString();
        var platform = Field("ID") ?? system;
        return new BatonServiceHelloRequest.Types.OSInfo
        {
            Hostname = Environment.MachineName,
            Os = system,
            Platform = platform,
            PlatformVersion = Field("VERSION_ID") ?? kernel,
            PlatformFamily = Field("ID_LIKE")?.Split(' ')[0] ?? platform,
            KernelVersion = kernel,
            KernelArch = RuntimeInformation.OSArchitecture switch
            {
                Architecture.X64 => "x86_64",
                Architecture.Arm64 => "aarch64",
                var other => other.ToString().ToLowerInvariant(),
            },
            VirtualizationSystem = File.Exists("/.dockerenv") ? "docker" : "none",
        };

        string? Field(string name) =>
            release.Select(static line => line.Split('=', 2)).LastOrDefault(parts => parts.Length == 2 && parts[0] == name)?[1].Trim('"', '\'', ' ') is { Length: > 0 } text ? text : null;
    }

    private static string[] Release()
    {
        try
        {
            return File.ReadAllLines(ReleaseFile);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
