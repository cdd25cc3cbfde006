using Auth0Connector.Cli.Lists;
using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Findings;

/// <summary>The settings of <c>findings</c> and <c>report</c>.</summary>
internal static class FindingsFlags
{
    public static readonly SettingDefinition Output = ListFlags.Output with
    {
        Help = "Form of the result: table (also called console), json, sarif (for code scanning) or csv.",
        Choices = ["table", "json", "sarif", "csv", "console"],
    };

    public static readonly SettingDefinition Rules =
        new("rules", SettingKind.Text, SettingGroup.Selection, "A YAML file that says what counts as privileged, and sets thresholds and severities of rules (docs/report.md).")
        {
            Placeholder = "PATH",
            Example = "rules.yaml",
        };

    public static readonly SettingDefinition FailOn =
        new("fail-on", SettingKind.Choice, SettingGroup.Output, "End with code 3 if anything of this severity or above is found: low, medium or high.")
        {
            Placeholder = "SEVERITY",
            Choices = ["low", "medium", "high"],
        };

    public static readonly SettingDefinition Out =
        new("out", SettingKind.Text, SettingGroup.Output, "The page to leave.") { Placeholder = "PATH", Default = "report.html", Example = "report.html" };
}
