namespace Auth0Connector.Cli.Settings;

/// <summary>The settings of the commands that look into a file; names and letters are those of the ecosystem's reader.</summary>
internal static class LookTable
{
    public static readonly SettingDefinition File =
        new("file", SettingKind.Text, SettingGroup.Output, "The access file to look into, of any writer; an uncompressed database too.")
        {
            ShortName = 'f',
            Placeholder = "PATH",
            Default = "sync.c1z",
            DefaultInWords = "BATON_FILE, else sync.c1z",
            Example = "sync.c1z",
        };

    public static readonly SettingDefinition Output =
        new("output", SettingKind.Choice, SettingGroup.Output, "Form of the result: table (also called console), json, jsonl, csv or markdown.")
        {
            ShortName = 'o',
            Aliases = ["output-format"],
            Placeholder = "FORM",
            Choices = ["table", "json", "jsonl", "csv", "markdown", "console"],
            Default = "table",
        };

    public static readonly SettingDefinition SyncId =
        new("sync-id", SettingKind.Text, SettingGroup.Selection, "Show this sync of the file; 'syncs' lists them.") { Placeholder = "ID", DefaultInWords = "the newest finished one" };

    public static readonly SettingDefinition ResourceType =
        new("resource-type", SettingKind.Text, SettingGroup.Selection, "Only this resource type, such as role. For grants, the type of what is held.")
        {
            ShortName = 't',
            Placeholder = "TYPE",
            Example = "role",
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

    public static readonly SettingDefinition Status =
        new("status", SettingKind.Choice, SettingGroup.Selection, "Only people with this status: enabled, disabled or deleted.")
        {
            Placeholder = "STATUS",
            Choices = ["enabled", "disabled", "deleted"],
        };

    public static readonly SettingDefinition Search =
        new("search", SettingKind.Text, SettingGroup.Selection, "Only rows with this text in a name, an id or an e-mail address, in any case.") { Placeholder = "TEXT" };

    public static readonly SettingDefinition Sort =
        new("sort", SettingKind.Text, SettingGroup.Selection, "Sort by this column; with '-' before it, downwards. All rows are read before the first is shown.")
        {
            Placeholder = "COLUMN",
            DefaultInWords = "the order of the file",
        };

    public static readonly SettingDefinition Limit =
        new("limit", SettingKind.Number, SettingGroup.Selection, "Show no more rows than this.") { Placeholder = "N", DefaultInWords = "all", Least = 1, Most = int.MaxValue };

    public static readonly SettingDefinition Columns =
        new("columns", SettingKind.List, SettingGroup.Selection, "Show these columns, in this order; 'all' shows every one.") { Placeholder = "NAMES", Example = "name,email" };

    /// <summary>The settings that every list has after its own.</summary>
    public static IReadOnlyList<SettingDefinition> OfLists { get; } = [Search, Sort, Limit, Columns, SyncId, File, Output, .. SettingTable.Logs];

    /// <summary>The settings of <c>resources</c>.</summary>
    public static IReadOnlyList<SettingDefinition> Resources { get; } = [ResourceType, User, Role, Organization, Status, .. OfLists];

    /// <summary>The settings of <c>entitlements</c>.</summary>
    public static IReadOnlyList<SettingDefinition> Entitlements { get; } = [ResourceType, Role, Organization, .. OfLists];

    /// <summary>The settings of <c>grants</c>.</summary>
    public static IReadOnlyList<SettingDefinition> Grants { get; } = [ResourceType, Resource, Entitlement, User, Role, Organization, Status, .. OfLists];

    /// <summary>The settings of <c>stats</c>.</summary>
    public static IReadOnlyList<SettingDefinition> Statistics { get; } = [Search, Sort, Limit, Columns, SyncId, File, Output, .. SettingTable.Logs];

    /// <summary>The settings of <c>syncs</c>.</summary>
    public static IReadOnlyList<SettingDefinition> Syncs { get; } = [Search, Sort, Limit, Columns, File, Output, .. SettingTable.Logs];

    private static SettingDefinition Thing(string name, char? letter, string help, string example) =>
        new(name, SettingKind.Text, SettingGroup.Selection, help) { ShortName = letter, Placeholder = name.ToUpperInvariant(), Example = example };
}
