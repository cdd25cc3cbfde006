using System.Globalization;
using System.Text.Json;
using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Ecosystem;

/// <summary>Describes the settings in the ecosystem's JSON (format document, section 8): the fields that every connector has, then ours.</summary>
internal static class ConfigCommand
{
    /// <summary>What it is called, which settings it has and what it does.</summary>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "config",
        Summary = "Prints its settings, in the ecosystem's JSON.",
        Settings = [],
        Run = RunAsync,
    };

    /// <summary>Runs it; needs no configuration.</summary>
    public static Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        context.Consoles.WriteResult(IndentedJson.Write(1, Write));
        return Task.FromResult(0);
    }

    private static void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("fields");
        foreach (var field in ConfigFields.All)
        {
            Write(writer, field);
        }

        writer.WriteEndArray();
        writer.WriteString("displayName", "Auth0");
        writer.WriteString("helpUrl", "/docs/baton/auth0");
        writer.WriteString("iconUrl", "/static/app-icons/auth0.svg");
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ConfigField field)
    {
        writer.WriteStartObject();
        writer.WriteString("name", field.Name);
        WriteText(writer, "displayName", field.DisplayName);
        WriteText(writer, "description", field.Description);
        WriteText(writer, "placeholder", field.Placeholder);
        WriteTrue(writer, "isRequired", field.IsRequired);
        WriteTrue(writer, "isOps", field.IsOps);
        WriteTrue(writer, "isSecret", field.IsSecret);
        writer.WriteStartObject(field.Kind switch
        {
            SettingKind.Switch => "boolField",
            SettingKind.Number => "intField",
            SettingKind.List => "stringSliceField",
            _ => "stringField",
        });
        WriteText(writer, "defaultValue", field.Default);
        WriteRules(writer, field);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    // Numbers of 64 bits are texts in protobuf's JSON.
    private static void WriteRules(Utf8JsonWriter writer, ConfigField field)
    {
        if (!field.IsRequired && field.Least is null)
        {
            return;
        }

        writer.WriteStartObject("rules");
        if (field.Least is { } least && field.Most is { } most)
        {
            writer.WriteString("lte", most.ToString(CultureInfo.InvariantCulture));
            writer.WriteString("gte", least.ToString(CultureInfo.InvariantCulture));
        }

        WriteTrue(writer, "isRequired", field.IsRequired);
        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(name, text);
        }
    }

    private static void WriteTrue(Utf8JsonWriter writer, string name, bool isTrue)
    {
        if (isTrue)
        {
            writer.WriteBoolean(name, isTrue);
        }
    }
}
