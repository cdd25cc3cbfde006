namespace Auth0Connector.Cli.Settings;

/// <summary>Where a command's configuration comes from.</summary>
internal static class ConfigFlags
{
    public static readonly SettingDefinition Profile =
        new("profile", SettingKind.Text, SettingGroup.Configuration, "Take settings from this profile of your own config.yaml; 'profile list' names them.")
        {
            Placeholder = "NAME",
            DefaultInWords = "its default-profile, unless the tenant is named otherwise",
            Example = "prod",
            IsOfEveryCommand = true,
            ChoosesConfig = true,
        };

    public static readonly SettingDefinition Config =
        new("config", SettingKind.Text, SettingGroup.Configuration, "The configuration file to read instead of ./.baton.yaml.")
        {
            Aliases = ["config-path"],
            VariableName = "config-path",
            Placeholder = "PATH",
            DefaultInWords = "./.baton.yaml, where there is one",
            Example = "nightly.yaml",
            IsOfEveryCommand = true,
            ChoosesConfig = true,
        };

    /// <summary>All of them, in the order of help.</summary>
    public static IReadOnlyList<SettingDefinition> All { get; } = [Profile, Config];
}
