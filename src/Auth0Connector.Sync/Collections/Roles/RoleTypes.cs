using Auth0Connector.ManagementApi.Records;

namespace Auth0Connector.Sync.Collections.Roles;

/// <summary>The kinds of roles that a tenant has (API reference, section 4.4); new ones appear without notice.</summary>
internal static class RoleTypes
{
    public const string Tenant = "tenant";
    public const string Organization = "organization";

    /// <summary>What the proof should say of roles whose kind is not known: they are kept as the tenant's own.</summary>
    public static string? NoteOf(IEnumerable<RoleRecord> roles)
    {
        var kinds = roles.Select(static role => role.Type).Where(static type => type is not null and not Tenant).Distinct(StringComparer.Ordinal).ToList();
        return kinds.Count == 0 ? null : $"roles of a kind that is not known here are in the file as the tenant's own: {string.Join(", ", kinds)}";
    }
}
