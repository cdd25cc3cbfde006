using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Review;

/// <summary>The settings of <c>review</c>.</summary>
internal static class ReviewFlags
{
    public static readonly SettingDefinition Out =
        new("out", SettingKind.Text, SettingGroup.Output, "The sheet to leave, .csv or .xlsx.") { Placeholder = "PATH", Default = "review.csv", Example = "review.xlsx" };

    public static readonly SettingDefinition Reviewer =
        new("reviewer", SettingKind.Text, SettingGroup.Output, "Who decides, for the column of that name.") { Placeholder = "NAME", DefaultInWords = "empty" };

    public static readonly SettingDefinition DryRun =
        new("dry-run", SettingKind.Switch, SettingGroup.Output, "With apply: say what would be revoked. There is nothing else yet: review itself changes no tenant.");
}
