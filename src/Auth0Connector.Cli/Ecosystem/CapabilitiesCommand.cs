using System.Text.Json;
using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Run;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Cli.Ecosystem;

/// <summary>Says what this connector can do, in the ecosystem's JSON (format document, section 8).</summary>
internal static class CapabilitiesCommand
{
    private const string Type = "type.googleapis.com/c1.connector.v2.";

    private static readonly IReadOnlyList<ResourceTypeDefinition> Types = [.. ResourceTypes.All.OrderBy(static type => type.Id, StringComparer.Ordinal)];

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
        writer.WriteStartObject();
        writer.WriteString("@type", Type + "ConnectorCapabilities");
        writer.WriteStartArray("resourceTypeCapabilities");
        foreach (var type in Types)
        {
            writer.WriteStartObject();
            writer.WriteStartObject("resourceType");
            writer.WriteString("id", type.Id);
            writer.WriteString("displayName", type.Name);
            WriteTexts(writer, "traits", type.Trait == ResourceTrait.None ? [] : [$"TRAIT_{type.Trait.ToString().ToUpperInvariant()}"]);
            // The form of the Go connector, which marks people; applications are marked in the file alone.
            if (type.GivesNothing && type.Trait == ResourceTrait.User)
            {
                writer.WriteStartArray("annotations");
                writer.WriteStartObject();
                writer.WriteString("@type", Type + "SkipEntitlementsAndGrants");
                writer.WriteEndObject();
                writer.WriteEndArray();
            }

            writer.WriteEndObject();
            WriteTexts(writer, "capabilities", Can(type));
            writer.WriteStartObject("permissions");
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        WriteTexts(writer, "connectorCapabilities", [.. Types.SelectMany(Can).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
        writer.WriteStartObject("credentialDetails");
        writer.WriteStartObject("capabilityAccountProvisioning");
        WriteTexts(writer, "supportedCredentialOptions", ["CAPABILITY_DETAIL_CREDENTIAL_OPTION_NO_PASSWORD"]);
        writer.WriteString("preferredCredentialOption", "CAPABILITY_DETAIL_CREDENTIAL_OPTION_NO_PASSWORD");
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static IReadOnlyList<string> Can(ResourceTypeDefinition type) =>
    [
        .. ((IEnumerable<(ResourceAbilities Ability, string Name)>)
        [
            (ResourceAbilities.None, "CAPABILITY_SYNC"),
            (ResourceAbilities.Provision, "CAPABILITY_PROVISION"),
            (ResourceAbilities.AccountProvisioning, "CAPABILITY_ACCOUNT_PROVISIONING"),
            (ResourceAbilities.TargetedSync, "CAPABILITY_TARGETED_SYNC"),
        ]).Where(entry => type.Can.HasFlag(entry.Ability)).Select(static entry => entry.Name),
    ];

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
