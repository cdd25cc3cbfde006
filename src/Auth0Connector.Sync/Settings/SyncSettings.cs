using System.Collections.Immutable;
using Auth0Connector.AccessFile.Format;
using Auth0Connector.AccessFile.Staging;

namespace Auth0Connector.Sync.Settings;

/// <summary>What to read and where to leave it. Everything here was checked before the first request.</summary>
public sealed record SyncSettings
{
    /// <summary>The access file to leave; <c>.db</c> and <c>.sqlite</c> mean an uncompressed database.</summary>
    public required string TargetPath { get; init; }

    /// <summary>Resource types to read (<c>--sync-resource-types</c>); empty means all that are on.</summary>
    public IReadOnlyList<string> ResourceTypes { get; init; } = [];

    /// <summary>Read these resources only (<c>--sync-resources</c>, bids); empty means everything.</summary>
    public IReadOnlyList<ResourceBid> Resources { get; init; } = [];

    /// <summary>
    /// Whether one of <see cref="Resources"/> that the tenant itself says is gone is left out; otherwise the sync ends there, since
    /// whoever typed its name meant something else.
    /// </summary>
    public bool LeavesOutGone { get; init; }

    /// <summary>What to read beside what is on by default, by the names of its flags.</summary>
    public ImmutableSortedSet<string> Switches { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Read APIs, their scopes and the roles' permissions (<c>--sync-permissions</c>).</summary>
    public bool Permissions { get => IsOn(SyncSwitches.Permissions); init => Switches = With(SyncSwitches.Permissions, value); }

    /// <summary>Read the scopes that users hold directly, one request a user (<c>--sync-user-permissions</c>).</summary>
    public bool UserPermissions { get => IsOn(SyncSwitches.UserPermissions); init => Switches = With(SyncSwitches.UserPermissions, value); }

    /// <summary>Read all applications, not only those that hold grants (<c>--sync-applications</c>).</summary>
    public bool Applications { get => IsOn(SyncSwitches.Applications); init => Switches = With(SyncSwitches.Applications, value); }

    /// <summary>Read roles that belong to one organization, one request an organization (<c>--sync-organization-owned-roles</c>).</summary>
    public bool OrganizationOwnedRoles { get => IsOn(SyncSwitches.OrganizationOwnedRoles); init => Switches = With(SyncSwitches.OrganizationOwnedRoles, value); }

    /// <summary>Read the connections of organizations, one request an organization (<c>--sync-organization-connections</c>).</summary>
    public bool OrganizationConnections { get => IsOn(SyncSwitches.OrganizationConnections); init => Switches = With(SyncSwitches.OrganizationConnections, value); }

    /// <summary>Which inherited grants are written out (<c>--expand</c>).</summary>
    public ExpandMode Expand { get; init; }

    /// <summary>Leave grants out (<c>--skip-grants</c>).</summary>
    public bool SkipGrants { get; init; }

    /// <summary>Leave entitlements and grants out (<c>--skip-entitlements-and-grants</c>).</summary>
    public bool SkipEntitlementsAndGrants { get; init; }

    /// <summary>How users are listed (<c>--users-via</c>).</summary>
    public UsersVia UsersVia { get; init; }

    /// <summary>Whether an unfinished run goes on, and what stays of former syncs (<c>--no-resume</c>, <c>--resume-within</c>, <c>--keep-syncs</c>).</summary>
    public StagingOptions Keeping { get; init; } = new();

    /// <summary>Makes an announced skip an error with an exit code of its own (<c>--strict</c>).</summary>
    public bool Strict { get; init; }

    /// <summary>Version of the program, kept in the proof.</summary>
    public string ProgramVersion { get; init; } = "0.0.0";

    /// <summary>What of the settings shapes the content, as a text in which equal settings are equal; without secrets.</summary>
    public string ContentKey => string.Join(';', SettingsText.Of(this).Select(static setting => $"{setting.Key}={setting.Value}"));

    internal bool WithEntitlements => !SkipEntitlementsAndGrants;

    internal bool WithGrants => WithEntitlements && !SkipGrants;

    private bool IsOn(PartSwitch flag) => Switches.Contains(flag.Name);

    private ImmutableSortedSet<string> With(PartSwitch flag, bool on) => on ? Switches.Add(flag.Name) : Switches.Remove(flag.Name);
}
