using Auth0Connector.Cli.Logging;
using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Tenant;

namespace Auth0Connector.Cli.Change;

/// <summary>The settings of <c>grant</c>, <c>revoke</c> and <c>account</c>.</summary>
internal static class ChangeFlags
{
    public static readonly SettingDefinition User =
        new("user", SettingKind.Text, SettingGroup.Change, "The person: id, e-mail address, phone number, name or user name; looked for as that which it has the form of. One that fits several is listed, never guessed.")
        {
            Placeholder = "WHO",
            Example = "ada@example.com",
        };

    public static readonly SettingDefinition Role =
        new("role", SettingKind.Text, SettingGroup.Change, "The role: id or name. Alone in the whole tenant, with --organization inside it.")
        {
            Placeholder = "ROLE",
            Example = "Admin",
        };

    public static readonly SettingDefinition Organization =
        new("organization", SettingKind.Text, SettingGroup.Change, "The organization: id or name. Alone its membership.")
        {
            Placeholder = "ORG",
            Example = "acme",
        };

    public static readonly SettingDefinition For =
        new("for", SettingKind.Text, SettingGroup.Change, "How long the access lasts, such as 30m, 8h or 7d; its end is written to the ledger.")
        {
            Placeholder = "TIME",
            DefaultInWords = "without an end",
            Example = "8h",
        };

    public static readonly SettingDefinition NoEnd =
        new("no-end", SettingKind.Switch, SettingGroup.Change, "Grant for good what the ledger says would end; without it that is refused.");

    public static readonly SettingDefinition Expired =
        new("expired", SettingKind.Switch, SettingGroup.Change, "Take back what the ledger says has run out; for a job that runs every few minutes.");

    public static readonly SettingDefinition From =
        new("from", SettingKind.Text, SettingGroup.Change, "A sheet (CSV or .xlsx) of what to take: user, role, organization, and optionally a decision. Goes on where it was interrupted.")
        {
            Placeholder = "PATH",
            Example = "decisions.csv",
        };

    public static readonly SettingDefinition DryRun =
        new("dry-run", SettingKind.Switch, SettingGroup.Change, "Look everything up and show the requests, but change nothing.");

    public static readonly SettingDefinition EndSessions =
        new("end-sessions", SettingKind.Switch, SettingGroup.Change, "With disable: also end the sessions and refresh tokens, which blocking leaves alone.");

    public static readonly SettingDefinition Yes =
        new("yes", SettingKind.Switch, SettingGroup.Change, "With delete: really delete, for good.");

    public static readonly SettingDefinition Connection =
        new("connection", SettingKind.Text, SettingGroup.Change, "With create: the database or passwordless connection.")
        {
            Placeholder = "NAME",
            Default = "Username-Password-Authentication",
        };

    public static readonly SettingDefinition Email =
        new("email", SettingKind.Text, SettingGroup.Change, "With create: the e-mail address.") { Placeholder = "ADDRESS", Example = "ada@example.com" };

    public static readonly SettingDefinition Username =
        new("username", SettingKind.Text, SettingGroup.Change, "With create: the user name.") { Placeholder = "NAME" };

    public static readonly SettingDefinition Phone =
        new("phone", SettingKind.Text, SettingGroup.Change, "With create: the phone number, for SMS connections.") { Placeholder = "NUMBER", Example = "+15550100" };

    public static readonly SettingDefinition Name =
        new("name", SettingKind.Text, SettingGroup.Change, "With create: the full name.") { Placeholder = "NAME" };

    /// <summary>What every command that changes the tenant has after its own.</summary>
    public static IReadOnlyList<SettingDefinition> OfTenant { get; } = [.. TenantFlags.All, OutputFlags.Form, .. PaceFlags.All, .. LogFlags.All];
}
