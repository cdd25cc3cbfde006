using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Output;

/// <summary>The form of a result, for commands that have no list to show.</summary>
internal static class OutputFlags
{
    public static readonly SettingDefinition Form =
        new("output", SettingKind.Choice, SettingGroup.Output, "Form of the summary on standard output: table (also called console) or json.")
        {
            ShortName = 'o',
            Aliases = ["output-format"],
            Placeholder = "FORM",
            Choices = ["table", "json", "console"],
            Default = "table",
        };
}
