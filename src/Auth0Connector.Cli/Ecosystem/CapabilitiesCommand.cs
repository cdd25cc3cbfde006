using System.Text.Json;
using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Run;
using Auth0Connector.Service.Description;
using Auth0Connector.Service.Protocol;
using Task = System.Threading.Tasks.Task;

namespace Auth0Connector.Cli.Ecosystem;

/// <summary>Says what this connector can do, in the ecosystem's JSON (format document, section 8).</summary>
internal static class CapabilitiesCommand
{
    private const string Type = "type.googleapis.com/c1.connector.v2.";

    /// <summary>What it is called, which settings it has and what it does.</summary>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "capabilities",
        Summary = "Prints what this connector can read and change, in the ecosystem's JSON.",
        Settings = [],
        Run = RunAsync,
    };

    /// <summary>Runs it; needs no configuration.</summary>
    public static Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        context.Consoles.WriteResult(IndentedJson.Write(2, Write));
        return Task.FromResult(0);
    }

    private static void Write(Utf8JsonWriter writer)
    {
        var all = ConnectorDescription.Capabilities();
        writer.WriteStartObject();
        writer.WriteString("@type", Type + "ConnectorCapabilities");
        writer.WriteStartArray("resourceTypeCapabilities");
        foreach (var type in all.ResourceTypeCapabilities)
        {
            WriteType(writer, type);
        }

        writer.WriteEndArray();
        WriteTexts(writer, "connectorCapabilities", [.. all.ConnectorCapabilities_.Select(Named).Order(StringComparer.Ordinal)]);
        writer.WriteStartObject("credentialDetails");
        var (accounts, rotation) = (all.CredentialDetails.CapabilityAccountProvisioning, all.CredentialDetails.CapabilityCredentialRotation);
        WriteOptions(writer, "capabilityAccountProvisioning", accounts.SupportedCredentialOptions, accounts.PreferredCredentialOption);
        WriteOptions(writer, "capabilityCredentialRotation", rotation.SupportedCredentialOptions, rotation.PreferredCredentialOption);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteType(Utf8JsonWriter writer, ResourceTypeCapability type)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("resourceType");
        writer.WriteString("id", type.ResourceType.Id);
        writer.WriteString("displayName", type.ResourceType.DisplayName);
        WriteTexts(writer, "traits", [.. type.ResourceType.Traits.Select(static trait => Word("TRAIT", trait))]);
        if (type.ResourceType.Annotations.Count > 0)
        {
            writer.WriteStartArray("annotations");
            foreach (var annotation in type.ResourceType.Annotations)
            {
                writer.WriteStartObject();
                writer.WriteString("@type", annotation.TypeUrl);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
        WriteTexts(writer, "capabilities", [.. type.Capabilities.Select(Named)]);
        writer.WriteStartObject("permissions");
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteOptions(Utf8JsonWriter writer, string name, IEnumerable<CapabilityDetailCredentialOption> supported, CapabilityDetailCredentialOption preferred)
    {
        writer.WriteStartObject(name);
        WriteTexts(writer, "supportedCredentialOptions", [.. supported.Select(static option => Word("CAPABILITY_DETAIL_CREDENTIAL_OPTION", option))]);
        writer.WriteString("preferredCredentialOption", Word("CAPABILITY_DETAIL_CREDENTIAL_OPTION", preferred));
        writer.WriteEndObject();
    }

    private static string Named(Capability capability) => Word("CAPABILITY", capability);

    private static string Word<T>(string prefix, T value)
        where T : struct, Enum => $"{prefix}_{ProtocolWords.Of(value.ToString()).ToUpperInvariant()}";

    private static void WriteTexts(Utf8JsonWriter writer, string name, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0)
        {
            return;
        }

        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }
}
