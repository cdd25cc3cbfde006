using Auth0Connector.Cli.Lists;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Sync;
using Auth0Connector.Cli.Tenant;

namespace Auth0Connector.Cli.Configure;

/// <summary>A profile in the list of all.</summary>
internal sealed record ProfileRow(string Name, bool IsDefault, string? Tenant, string? File)
{
    /// <summary>The list of them.</summary>
    public static ListShape<ProfileRow> Shape { get; } = new(
        "profiles",
        [
            new("name", "Profile", static row => row.Name),
            new("default", "Default", static row => row.IsDefault ? "yes" : string.Empty),
            new("tenant", "Tenant", static row => row.Tenant ?? string.Empty),
            new("file", "File", static row => row.File ?? string.Empty),
        ],
        static (json, row) =>
        {
            json.WriteString("name", row.Name);
            json.WriteBoolean("default", row.IsDefault);
            json.WriteString("tenant", row.Tenant);
            json.WriteString("file", row.File);
        });

    /// <summary>The row of a profile.</summary>
    public static ProfileRow Of(Profile profile, UserConfig config) => new(
        profile.Name,
        profile.Name == config.Default,
        profile.Value(TenantFlags.BaseUrl)?.Text,
        profile.Value(SyncFlags.File)?.Text);
}
