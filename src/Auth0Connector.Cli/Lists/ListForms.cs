using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Lists;

/// <summary>The form that <c>-o</c> asks for.</summary>
internal static class ListForms
{
    /// <summary>Reads it.</summary>
    public static ListForm Read(ResolvedSettings settings) => Read(settings, ListFlags.Output);

    /// <summary>Reads it where a command words the setting in its own way.</summary>
    public static ListForm Read(ResolvedSettings settings, SettingDefinition output) => settings.Choice(output) switch
    {
        "json" => ListForm.Json,
        "jsonl" => ListForm.JsonLines,
        "csv" => ListForm.Csv,
        "markdown" => ListForm.Markdown,
        _ => ListForm.Table,
    };
}
