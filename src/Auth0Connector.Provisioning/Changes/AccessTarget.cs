namespace Auth0Connector.Provisioning.Changes;

/// <summary>What somebody may hold (API reference, section 5).</summary>
public abstract record AccessTarget
{
    private AccessTarget()
    {
    }

    /// <summary>A role in the whole tenant.</summary>
    public sealed record TenantRole(string RoleId) : AccessTarget;

    /// <summary>Membership of an organization.</summary>
    public sealed record Membership(string OrganizationId) : AccessTarget;

    /// <summary>A role inside an organization, for its members.</summary>
    public sealed record OrganizationRole(string OrganizationId, string RoleId) : AccessTarget;

    /// <summary>A scope of an API, held directly.</summary>
    public sealed record ApiScope(string Identifier, string Scope) : AccessTarget;

    /// <summary>The target in words, with ids.</summary>
    public string Describe() => this switch
    {
        TenantRole role => $"role {role.RoleId}",
        Membership member => $"membership of {member.OrganizationId}",
        OrganizationRole role => $"role {role.RoleId} inside {role.OrganizationId}",
        ApiScope permission => $"scope {permission.Scope} of {permission.Identifier}",
        _ => throw new InvalidOperationException("no such target"),
    };
}
