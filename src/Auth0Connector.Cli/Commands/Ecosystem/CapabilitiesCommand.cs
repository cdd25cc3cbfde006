using System.Text.Json;
using Auth0Connector.Cli.Output;
using Auth0Connector.Sync;

namespace Auth0Connector.Cli.Commands.Ecosystem;

/// <summary>Says what this connector can do, in the ecosystem's JSON (format document, section 8).</summary>
internal static class CapabilitiesCommand
{
    private const string Type = "type.googleapis.com/c1.connector.v2.";

    private static readonly (string Id, string Name, string? Trait, string[] Can, string? Annotation)[] Types =
    [
        (ResourceTypeIds.Client, "Application", "TRAIT_APP", ["CAPABILITY_SYNC"], null),
        (ResourceTypeIds.Group, "Group", "TRAIT_GROUP", ["CAPABILITY_SYNC", "CAPABILITY_TARGETED_SYNC"], null),
        (ResourceTypeIds.Organization, "Organization", "TRAIT_GROUP", ["CAPABILITY_SYNC", "CAPABILITY_PROVISION", "CAPABILITY_TARGETED_SYNC"], null),
        (ResourceTypeIds.ResourceServer, "Resource Server", null, ["CAPABILITY_SYNC"], null),
        (ResourceTypeIds.Role, "Role", "TRAIT_ROLE", ["CAPABILITY_SYNC", "CAPABILITY_PROVISION", "CAPABILITY_TARGETED_SYNC"], null),
        (ResourceTypeIds.Scope, "Scope", null, ["CAPABILITY_SYNC"], null),
        (ResourceTypeIds.User, "User", "TRAIT_USER", ["CAPABILITY_SYNC", "CAPABILITY_ACCOUNT_PROVISIONING", "CAPABILITY_TARGETED_SYNC"], "SkipEntitlementsAndGrants"),
    ];

    /// <summary>Runs it; needs no configuration.</summary>
    public static Task<int> RunAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        session.Consoles.WriteResult(IndentedJson.Write(2, Write));
        return Task.FromResult(0);
    }

    private static void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("@type", Type + "ConnectorCapabilities");
        writer.WriteStartArray("resourceTypeCapabilities");
        foreach (var type in Types)
        {
            writer.WriteStartObject();
            writer.WriteStartObject("resourceType");
            writer.WriteString("id", type.Id);
            writer.WriteString("displayName", type.Name);
            WriteTexts(writer, "traits", type.Trait is null ? [] : [type.Trait]);
            if (type.Annotation is not null)
            {
                writer.WriteStartArray("annotations");
                writer.WriteStartObject();
                writer.WriteString("@type", Type + type.Annotation);
                writer.WriteEndObject();
                writer.WriteEndArray();
            }

            writer.WriteEndObject();
            WriteTexts(writer, "capabilities", type.Can);
            writer.WriteStartObject("permissions");
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        WriteTexts(writer, "connectorCapabilities", [.. Types.SelectMany(static type => type.Can).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
        writer.WriteStartObject("credentialDetails");
        writer.WriteStartObject("capabilityAccountProvisioning");
        WriteTexts(writer, "supportedCredentialOptions", ["CAPABILITY_DETAIL_CREDENTIAL_OPTION_NO_PASSWORD"]);
        writer.WriteString("preferredCredentialOption", "CAPABILITY_DETAIL_CREDENTIAL_OPTION_NO_PASSWORD");
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

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
