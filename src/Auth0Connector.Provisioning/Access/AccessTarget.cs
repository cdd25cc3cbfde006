namespace Auth0Connector.Provisioning.Access;

/// <summary>What somebody may hold (API reference, section 5); <see cref="TargetForms"/> makes it from ids and from entitlements.</summary>
public abstract record AccessTarget
{
    private AccessTarget()
    {
    }

    /// <summary>The ids that it is made of.</summary>
    public abstract TargetIds Ids { get; }

    /// <summary>The target that a role, an organization or both name; <see langword="null"/> where neither is named.</summary>
    public static AccessTarget? Named(string? role, string? organization) => TargetForms.Of(new TargetIds(role, organization));

    /// <summary>The target in words, with ids.</summary>
    public string Describe() => Describe(AccessNames.None);

    /// <summary>The target in words, names first and ids beside them.</summary>
    public abstract string Describe(AccessNames names);

    /// <summary>A role in the whole tenant.</summary>
    public sealed record TenantRole(string RoleId) : AccessTarget
    {
        /// <inheritdoc/>
        public override TargetIds Ids => new(Role: RoleId);

        /// <inheritdoc/>
        public override string Describe(AccessNames names) => $"role {names.DescribeRole(RoleId)}";
    }

    /// <summary>Membership of an organization.</summary>
    public sealed record Membership(string OrganizationId) : AccessTarget
    {
        /// <inheritdoc/>
        public override TargetIds Ids => new(Organization: OrganizationId);

        /// <inheritdoc/>
        public override string Describe(AccessNames names) => $"membership of {names.DescribeOrganization(OrganizationId)}";
    }

    /// <summary>A role inside an organization, for its members.</summary>
    public sealed record OrganizationRole(string OrganizationId, string RoleId) : AccessTarget
    {
        /// <inheritdoc/>
        public override TargetIds Ids => new(Role: RoleId, Organization: OrganizationId);

        /// <inheritdoc/>
        public override string Describe(AccessNames names) => $"role {names.DescribeRole(RoleId)} inside {names.DescribeOrganization(OrganizationId)}";
    }

    /// <summary>A scope of an API, held directly.</summary>
    public sealed record ApiScope(string Identifier, string Scope) : AccessTarget
    {
        /// <inheritdoc/>
        public override TargetIds Ids => new(Api: Identifier, Scope: Scope);

        /// <inheritdoc/>
        public override string Describe(AccessNames names) => $"scope {Scope} of {Identifier}";
    }
}
