namespace Auth0Connector.Cli.Settings;

/// <summary>The settings of <c>access</c>, <c>who</c> and <c>explain</c>.</summary>
internal static class ReachTable
{
    public static readonly SettingDefinition Resource = LookTable.Resource with { Help = "The principal with this id; needs --resource-type." };

    public static readonly SettingDefinition ResourceType = LookTable.ResourceType with { Help = "The type of the principal, such as user.", Example = "user" };

    public static readonly SettingDefinition User = LookTable.User with { Help = "This person: e-mail address, name or id." };

    public static readonly SettingDefinition Entitlement = LookTable.Entitlement with { Help = "The entitlement with this id." };

    public static readonly SettingDefinition Output = LookTable.Output with
    {
        Help = "Form of the result: words (table, also called console), markdown, json, or one way a line: jsonl and csv, as of who.",
    };

    /// <summary>What may be reached.</summary>
    public static IReadOnlyList<SettingDefinition> Targets { get; } =
        [LookTable.Permission, LookTable.Role, LookTable.Organization, LookTable.Group, Entitlement];

    /// <summary>The settings of <c>access</c>.</summary>
    public static IReadOnlyList<SettingDefinition> Access { get; } = [User, ResourceType, Resource, .. LookTable.OfLists];

    /// <summary>The settings of <c>who</c>.</summary>
    public static IReadOnlyList<SettingDefinition> Who { get; } = [.. Targets, LookTable.Status, .. LookTable.OfLists];

    /// <summary>The settings of <c>explain</c>.</summary>
    public static IReadOnlyList<SettingDefinition> Explain { get; } = [User, .. Targets, LookTable.SyncId, LookTable.File, Output, .. SettingTable.Logs];
}
