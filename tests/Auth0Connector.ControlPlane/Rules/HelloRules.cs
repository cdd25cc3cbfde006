using System.Text;
using Auth0Connector.ControlPlane.Protocol;

namespace Auth0Connector.ControlPlane.Rules;

/// <summary>What holds for what a connector says of itself.</summary>
internal static class HelloRules
{
    public static void Check(RuleCheck check, BatonServiceHelloRequest hello)
    {
        FieldRules.HostId(check, hello.HostId);
        if (hello.TaskId.Length > 0)
        {
            FieldRules.TaskId(check, hello.TaskId);
        }

        FieldRules.NoneUnknown(check, hello, "Hello");
        FieldRules.Annotations(check, hello.Annotations);
        check.Demand(hello.BuildInfo is not null, "build_info is there");
        if (hello.BuildInfo is { } build)
        {
            Filled(check, "build_info.lang_version", build.LangVersion);
            Filled(check, "build_info.package", build.Package);
            Filled(check, "build_info.package_version", build.PackageVersion);
        }

        check.Demand(hello.OsInfo is not null, "os_info is there");
        if (hello.OsInfo is { } os)
        {
            System(check, os);
        }

        check.Demand(hello.ConnectorMetadata is not null, "connector_metadata is there");
        if (hello.ConnectorMetadata is { } metadata)
        {
            Metadata(check, metadata);
        }
    }

    private static void System(RuleCheck check, BatonServiceHelloRequest.Types.OSInfo os)
    {
        Filled(check, "os_info.hostname", os.Hostname);
        Filled(check, "os_info.os", os.Os);
        Filled(check, "os_info.platform", os.Platform);
        Filled(check, "os_info.platform_version", os.PlatformVersion);
        Filled(check, "os_info.platform_family", os.PlatformFamily);
        Filled(check, "os_info.kernel_version", os.KernelVersion);
        Filled(check, "os_info.kernel_arch", os.KernelArch);
        Filled(check, "os_info.virtualization_system", os.VirtualizationSystem);
    }

    private static void Metadata(RuleCheck check, ConnectorMetadata metadata)
    {
        check.Demand(Encoding.UTF8.GetByteCount(metadata.DisplayName) is >= 1 and <= 1024, "connector_metadata.display_name has 1 to 1024 bytes");
        check.Demand(Encoding.UTF8.GetByteCount(metadata.Description) <= 4096, "connector_metadata.description has 4096 bytes at most");
        check.Demand(
            metadata.HelpUrl.Length == 0 || (Uri.TryCreate(metadata.HelpUrl, UriKind.Absolute, out var help) && help.Scheme == Uri.UriSchemeHttps),
            "connector_metadata.help_url is empty or https");
        FieldRules.Types(check, metadata.Annotations, "connector_metadata.annotations");
        if (metadata.Capabilities is { } capabilities)
        {
            Capabilities(check, capabilities);
        }
    }

    private static void Capabilities(RuleCheck check, ConnectorCapabilities capabilities)
    {
        var types = capabilities.ResourceTypeCapabilities;
        check.Demand(
            types.All(type => type.ResourceType is { Id.Length: > 0 }) && InOrder(types.Select(type => type.ResourceType?.Id ?? ""), StringComparer.Ordinal),
            "resource_type_capabilities name their types, sorted by id and each once");
        check.Demand(types.All(type => type.Permissions is not null), "each resource type has its permissions, if empty");
        check.Demand(
            InOrder(capabilities.ConnectorCapabilities_.Select(capability => (int)capability), Comparer<int>.Default),
            "connector_capabilities are sorted by number and each there once");
        check.Demand(capabilities.CredentialDetails is not null, "credential_details is there");
        if (capabilities.CredentialDetails is { } details)
        {
            Preferred(check, "account provisioning", details.CapabilityAccountProvisioning?.SupportedCredentialOptions, details.CapabilityAccountProvisioning?.PreferredCredentialOption);
            Preferred(check, "credential rotation", details.CapabilityCredentialRotation?.SupportedCredentialOptions, details.CapabilityCredentialRotation?.PreferredCredentialOption);
        }
    }

    private static void Preferred(
        RuleCheck check, string name, IEnumerable<CapabilityDetailCredentialOption>? supported, CapabilityDetailCredentialOption? preferred) =>
        check.Demand(
            supported is null || preferred is null || preferred == CapabilityDetailCredentialOption.Unspecified || supported.Contains(preferred.Value),
            $"the preferred credential option of {name} is among the supported ones");

    private static void Filled(RuleCheck check, string name, string value) =>
        check.Demand(value.EnumerateRunes().Count() is >= 1 and <= 256, $"{name} has 1 to 256 characters");

    private static bool InOrder<T>(IEnumerable<T> values, IComparer<T> order)
    {
        T[] all = [.. values];
        return all.Zip(all.Skip(1)).All(pair => order.Compare(pair.First, pair.Second) < 0);
    }
}
