namespace Auth0Connector.Cli.Settings;

/// <summary>The settings of <c>principals</c>, with those of <c>principals compare</c>.</summary>
internal static class PrincipalsTable
{
    public static readonly SettingDefinition CompareFile =
        new("compare-file", SettingKind.Text, SettingGroup.Selection, "For compare: the file that is held against --file.")
        {
            Placeholder = "PATH",
            DefaultInWords = "the same file",
            Example = "other.c1z",
        };

    public static readonly SettingDefinition CompareEntitlement =
        new("compare-entitlement", SettingKind.Text, SettingGroup.Selection, "For compare: the entitlement in that file.")
        {
            Placeholder = "ID",
            DefaultInWords = "that of --entitlement",
        };

    /// <summary>All of them, in the order of help.</summary>
    public static IReadOnlyList<SettingDefinition> All { get; } = [.. LookTable.Grants.TakeWhile(setting => setting != LookTable.User), CompareFile, CompareEntitlement, .. LookTable.Grants.SkipWhile(setting => setting != LookTable.User)];
}
