using Auth0Connector.Cli.Lists;
using Auth0Connector.Cli.Look;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Cli.Reach;

/// <summary>The settings of <c>access</c>, <c>who</c> and <c>explain</c>.</summary>
internal static class ReachFlags
{
    public static readonly SettingDefinition Resource = LookFlags.Resource with { Help = "The principal with this id; needs --resource-type." };

    public static readonly SettingDefinition ResourceType = LookFlags.ResourceType with { Help = "The type of the principal, such as user.", Example = ResourceTypeIds.User };

    public static readonly SettingDefinition User = LookFlags.User with { Help = "This person: e-mail address, name or id." };

    public static readonly SettingDefinition Entitlement = LookFlags.Entitlement with { Help = "The entitlement with this id." };

    public static readonly SettingDefinition Output = ListFlags.Output with
    {
        Help = "Form of the result: words (table, also called console), markdown, json, or one way a line: jsonl and csv, as of who.",
    };

    /// <summary>What may be reached.</summary>
    public static IReadOnlyList<SettingDefinition> Targets { get; } =
        [LookFlags.Permission, LookFlags.Role, LookFlags.Organization, LookFlags.Group, Entitlement];
}
