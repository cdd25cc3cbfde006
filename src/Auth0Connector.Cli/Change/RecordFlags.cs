using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Tenant;

namespace Auth0Connector.Cli.Change;

/// <summary>Where it is written down what was changed, and what is to end: settings, so that no run forgets them.</summary>
internal static class RecordFlags
{
    public static readonly SettingDefinition Journal =
        new("journal", SettingKind.Text, SettingGroup.Output, "With a change: append what was done to this file, as JSON lines.")
        {
            Placeholder = "PATH",
            Example = "changes.jsonl",
            UnitWith = [TenantFlags.BaseUrl.Name],
        };

    public static readonly SettingDefinition Ledger =
        new("ledger", SettingKind.Text, SettingGroup.Output, "With a change: the file that knows when access ends.")
        {
            Placeholder = "PATH",
            Default = "access-ledger.jsonl",
            Example = "access-ledger.jsonl",
            UnitWith = [TenantFlags.BaseUrl.Name],
        };

    public static readonly SettingDefinition Reason =
        new("reason", SettingKind.Text, SettingGroup.Change, "Why, for the journal and the ledger.") { Example = "on call this week" };

    public static readonly SettingDefinition Ticket =
        new("ticket", SettingKind.Text, SettingGroup.Change, "The ticket that asks for it, for the journal and the ledger.") { Placeholder = "NUMBER", Example = "OPS-1234" };

    public static readonly SettingDefinition RequestedBy =
        new("requested-by", SettingKind.Text, SettingGroup.Change, "Who asked for it, for the journal and the ledger.") { Placeholder = "WHO", Example = "grace" };

    /// <summary>What a person says about a change.</summary>
    public static IReadOnlyList<SettingDefinition> Note { get; } = [Reason, Ticket, RequestedBy];
}
