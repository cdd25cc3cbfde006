using Auth0Connector.Cli.Lists;
using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Diff;

/// <summary>The settings of <c>diff</c>.</summary>
internal static class DiffFlags
{
    public static readonly SettingDefinition Output = ListFlags.Output with
    {
        Help = "Form of the result: table (also called console), json (the ecosystem's), jsonl (one change a line) or markdown.",
        Choices = ["table", "json", "jsonl", "markdown", "console"],
    };

    public static readonly SettingDefinition From =
        new("from", SettingKind.Text, SettingGroup.Selection, "The former sync.") { Placeholder = "ID", DefaultInWords = "the last full one before --to" };

    public static readonly SettingDefinition To =
        new("to", SettingKind.Text, SettingGroup.Selection, "The later sync.") { Placeholder = "ID", DefaultInWords = "the newest full one" };

    public static readonly SettingDefinition Only =
        new("only", SettingKind.Choice, SettingGroup.Selection, "Compare only these: resources, entitlements or grants.")
        {
            Placeholder = "WHAT",
            Choices = ["resources", "entitlements", "grants"],
            DefaultInWords = "all three",
        };

    public static readonly SettingDefinition Activity =
        new("activity", SettingKind.Switch, SettingGroup.Selection, "Also count what changes by mere use, such as the time of the last login.");

    public static readonly SettingDefinition ExitCode =
        new("exit-code", SettingKind.Switch, SettingGroup.Output, "End with code 3 if anything differs.");
}
