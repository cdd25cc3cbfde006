using Auth0Connector.AccessFile.Format;
using Auth0Connector.Service.Protocol;

namespace Auth0Connector.Service.Cloud;

/// <summary>Says hello as the cloud takes it: no field of the machine may be empty, none longer than 256 (service-mode.md, section 5.1).</summary>
internal static class HelloRequests
{
    private const int MostBytes = 256;
    private const string Unknown = "unknown";

    public static BatonServiceHelloRequest Of(CloudOptions options, string taskId, ConnectorMetadata metadata) => new()
    {
        HostId = options.HostId,
        TaskId = taskId,
        BuildInfo = new BatonServiceHelloRequest.Types.BuildInfo
        {
            LangVersion = Filled(options.Build.LangVersion),
            Package = Filled(options.Build.Package),
            PackageVersion = Filled(options.Build.PackageVersion),
        },
        OsInfo = new BatonServiceHelloRequest.Types.OSInfo
        {
            Hostname = Filled(options.Machine.Hostname),
            Os = Filled(options.Machine.Os),
            Platform = Filled(options.Machine.Platform),
            PlatformVersion = Filled(options.Machine.PlatformVersion),
            PlatformFamily = Filled(options.Machine.PlatformFamily),
            KernelVersion = Filled(options.Machine.KernelVersion),
            KernelArch = Filled(options.Machine.KernelArch),
            VirtualizationSystem = Filled(options.Machine.VirtualizationSystem),
        },
        ConnectorMetadata = metadata,
    };

    private static string Filled(string text) => string.IsNullOrWhiteSpace(text) ? Unknown : TextLimits.Cut(text, MostBytes);
}
