using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Export;

/// <summary>The settings of <c>export</c>.</summary>
internal static class ExportFlags
{
    public static readonly SettingDefinition Out =
        new("out", SettingKind.Text, SettingGroup.Output, "The file to leave; '-' writes csv, xlsx, jsonl or parquet to standard output.")
        {
            Placeholder = "PATH",
            DefaultInWords = "sync. and the format's name; latest.c1z for c1z",
            Example = "access.xlsx",
        };

    public static readonly SettingDefinition Force =
        new("force", SettingKind.Switch, SettingGroup.Output, "Replace the file if it exists already.");

    public static readonly SettingDefinition Flat =
        new("flat", SettingKind.Switch, SettingGroup.Selection, "One row for everything that each person effectively reaches, also by groups and roles: csv, xlsx, jsonl, parquet.");
}
