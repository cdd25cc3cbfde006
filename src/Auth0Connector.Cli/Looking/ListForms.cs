using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Looking;

/// <summary>The form that <c>-o</c> asks for.</summary>
internal static class ListForms
{
    /// <summary>Reads it.</summary>
    public static ListForm Read(ResolvedSettings settings) => settings.Choice(LookTable.Output) switch
    {
        "json" => ListForm.Json,
        "jsonl" => ListForm.JsonLines,
        "csv" => ListForm.Csv,
        "markdown" => ListForm.Markdown,
        _ => ListForm.Table,
    };
}
