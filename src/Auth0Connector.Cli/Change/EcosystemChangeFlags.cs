using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Change;

/// <summary>The flags by which every connector of the ecosystem changes access; ours are those of <c>grant</c>, <c>revoke</c> and <c>account</c>.</summary>
internal static class EcosystemChangeFlags
{
    public static readonly SettingDefinition GrantEntitlement = Working("grant-entitlement");

    public static readonly SettingDefinition GrantPrincipal = Working("grant-principal");

    public static readonly SettingDefinition GrantPrincipalType = Working("grant-principal-type");

    public static readonly SettingDefinition RevokeGrant = Working("revoke-grant");

    public static readonly SettingDefinition CreateAccountLogin = Working("create-account-login");

    public static readonly SettingDefinition CreateAccountEmail = Working("create-account-email");

    public static readonly SettingDefinition CreateAccountProfile = Working("create-account-profile");

    public static readonly SettingDefinition CreateAccountType = Working("create-account-resource-type");

    /// <summary>Those that make a run a change instead of a sync.</summary>
    public static IReadOnlyList<SettingDefinition> All { get; } =
    [
        GrantEntitlement, GrantPrincipal, GrantPrincipalType, RevokeGrant,
        CreateAccountLogin, CreateAccountEmail, CreateAccountProfile, CreateAccountType,
    ];

    private static SettingDefinition Working(string name) =>
        new(name, SettingKind.Text, SettingGroup.Advanced, "As in the ecosystem.") { Hidden = true };
}
