using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Look;

/// <summary>The settings of <c>principals</c>, with those of <c>principals compare</c>.</summary>
internal static class PrincipalsFlags
{
    public static readonly SettingDefinition CompareFile =
        new("compare-file", SettingKind.Text, SettingGroup.Selection, "For compare: the file that is held against --file.")
        {
            Placeholder = "PATH",
            DefaultInWords = "the same file",
            Example = "other.c1z",
            IsAccessFile = true,
        };

    public static readonly SettingDefinition CompareEntitlement =
        new("compare-entitlement", SettingKind.Text, SettingGroup.Selection, "For compare: the entitlement in that file.")
        {
            Placeholder = "ID",
            DefaultInWords = "that of --entitlement",
        };
}
