using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Lists;

/// <summary>How a list is shown; names and letters are those of the ecosystem's reader.</summary>
internal static class ListFlags
{
    public static readonly SettingDefinition Status =
        new("status", SettingKind.Choice, SettingGroup.Selection, "Only people with this status: enabled, disabled or deleted.")
        {
            Placeholder = "STATUS",
            Choices = ["enabled", "disabled", "deleted"],
        };

    public static readonly SettingDefinition Search =
        new("search", SettingKind.Text, SettingGroup.Selection, "Only rows with this text in a name, an id or an e-mail address, in any case.") { Placeholder = "TEXT" };

    public static readonly SettingDefinition Sort =
        new("sort", SettingKind.Text, SettingGroup.Selection, "Sort by this column; with '-' before it, downwards. All rows are read before the first is shown.")
        {
            Placeholder = "COLUMN",
            DefaultInWords = "the order of the file",
        };

    public static readonly SettingDefinition Limit =
        new("limit", SettingKind.Number, SettingGroup.Selection, "Show no more rows than this.") { Placeholder = "N", DefaultInWords = "all", Least = 1, Most = int.MaxValue };

    public static readonly SettingDefinition Columns =
        new("columns", SettingKind.List, SettingGroup.Selection, "Show these columns, in this order; 'all' shows every one.") { Placeholder = "NAMES", Example = "name,email" };

    public static readonly SettingDefinition Output =
        new("output", SettingKind.Choice, SettingGroup.Output, "Form of the result: table (also called console), json, jsonl, csv or markdown.")
        {
            ShortName = 'o',
            Aliases = ["output-format"],
            Placeholder = "FORM",
            Choices = ["table", "json", "jsonl", "csv", "markdown", "console"],
            Default = "table",
        };
}
