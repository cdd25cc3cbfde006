using Auth0Connector.Cli.Files;
using Auth0Connector.Cli.Lists;
using Auth0Connector.Cli.Logging;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Cli.Look;

/// <summary>The settings of the commands that look into a file; names and letters are those of the ecosystem's reader.</summary>
internal static class LookFlags
{
    public static readonly SettingDefinition ResourceType =
        new("resource-type", SettingKind.Text, SettingGroup.Selection, "Only this resource type, such as role. For grants, the type of what is held.")
        {
            ShortName = 't',
            Placeholder = "TYPE",
            Example = ResourceTypeIds.Role,
        };

    public static readonly SettingDefinition Resource =
        new("resource", SettingKind.Text, SettingGroup.Selection, "Only the resource with this id; needs --resource-type.") { ShortName = 'r', Placeholder = "ID" };

    public static readonly SettingDefinition Entitlement =
        new("entitlement", SettingKind.Text, SettingGroup.Selection, "Only the entitlement with this id.") { ShortName = 'e', Placeholder = "ID", Example = "role:rol_1:assigned" };

    public static readonly SettingDefinition User = Thing("user", 'u', "Only this person: e-mail address, name or id.", "ada@example.com");

    public static readonly SettingDefinition Role = Thing("role", null, "Only this role: name or id.", "Admin");

    public static readonly SettingDefinition Organization = Thing("organization", null, "Only this organization: name or id.", "acme");

    public static readonly SettingDefinition Group = Thing("group", null, "Only this group: name or id.", "Finance");

    public static readonly SettingDefinition Permission = Thing("permission", null, "This permission: scope, with its API before it where several have it, or id of an entitlement.", "read:invoices");

    /// <summary>The settings that every list has after its own.</summary>
    public static IReadOnlyList<SettingDefinition> OfLists { get; } = [ListFlags.Search, ListFlags.Sort, ListFlags.Limit, ListFlags.Columns, FileFlags.SyncId, .. FileFlags.Chosen, ListFlags.Output, .. LogFlags.All];

    private static SettingDefinition Thing(string name, char? letter, string help, string example) =>
        new(name, SettingKind.Text, SettingGroup.Selection, help) { ShortName = letter, Placeholder = name.ToUpperInvariant(), Example = example };
}
