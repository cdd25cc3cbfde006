using Auth0Connector.ManagementApi;
using Auth0Connector.Provisioning.Changes;

namespace Auth0Connector.Provisioning.Lookups;

/// <summary>Turns what a person wrote into a change by ids.</summary>
public sealed class AccessLookup(ManagementApiClient client)
{
    private readonly UserLookup _users = new(client);
    private readonly RoleLookup _roles = new(client);
    private readonly OrganizationLookup _organizations = new(client);

    /// <summary>The change of a person's access that the names mean; a role, an organization, or a role inside one.</summary>
    /// <exception cref="ProvisioningException">A name fits nothing or several.</exception>
    public async Task<AccessChange> FindAsync(bool isGrant, string user, string? role, string? organization, CancellationToken cancellationToken)
    {
        var organizationId = organization is null ? null : (await _organizations.FindAsync(organization, cancellationToken)).Id!;
        var roleId = role is null ? null : (await _roles.FindAsync(role, organizationId, cancellationToken)).Id!;
        var found = await _users.FindAsync(user, cancellationToken);
        AccessTarget target = (organizationId, roleId) switch
        {
            ({ } inside, { } held) => new AccessTarget.OrganizationRole(inside, held),
            ({ } member, null) => new AccessTarget.Membership(member),
            (null, { } held) => new AccessTarget.TenantRole(held),
            _ => throw new ArgumentException("Neither a role nor an organization.", nameof(role)),
        };
        return new AccessChange(isGrant, PrincipalType.User, found.UserId!, target);
    }
}
