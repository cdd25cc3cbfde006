namespace Auth0Connector.AccessFile.Caching;

/// <summary>Tells one start of the system from the next, where the system says it.</summary>
internal static class SystemBoot
{
    private const string Place = "/proc/sys/kernel/random/boot_id";

    /// <summary>Empty where it does not: what is kept there is forced to the disk before it counts.</summary>
    public static string Id() => OperatingSystem.IsLinux() && File.Exists(Place) ? File.ReadAllText(Place).Trim() : "";
}
