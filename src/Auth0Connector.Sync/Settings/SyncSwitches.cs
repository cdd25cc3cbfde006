namespace Auth0Connector.Sync.Settings;

/// <summary>The flags that more than one part or the settings themselves know by name.</summary>
internal static class SyncSwitches
{
    public static PartSwitch UserPermissions { get; } = new("sync-user-permissions");

    public static PartSwitch Permissions { get; } = new("sync-permissions") { ImpliedBy = [UserPermissions.Name] };

    public static PartSwitch Applications { get; } = new("sync-applications");

    public static PartSwitch OrganizationOwnedRoles { get; } = new("sync-organization-owned-roles");

    public static PartSwitch OrganizationConnections { get; } = new("sync-organization-connections");
}
