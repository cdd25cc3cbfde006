using Auth0Connector.ManagementApi;
using Auth0Connector.Provisioning.Access;

namespace Auth0Connector.Provisioning.Lookups;

/// <summary>Turns what a person wrote into a change by ids.</summary>
/// <param name="client">The tenant.</param>
/// <param name="suggest">Finds the nearest of some names, for what fits none.</param>
public sealed class AccessLookup(ManagementApiClient client, Func<string, IEnumerable<string>, string?>? suggest = null)
{
    private readonly UserLookup _users = new(client);
    private readonly RoleLookup _roles = new(client, suggest);
    private readonly OrganizationLookup _organizations = new(client, suggest);

    /// <summary>The change of a person's access that the names mean; a role, an organization, or a role inside one.</summary>
    /// <exception cref="ProvisioningException">A name fits nothing or several.</exception>
    public async Task<FoundAccess> FindAsync(bool isGrant, string user, string? role, string? organization, CancellationToken cancellationToken)
    {
        var inside = organization is null ? null : await _organizations.FindAsync(organization, cancellationToken);
        var held = role is null ? null : await _roles.FindAsync(role, inside?.Id, cancellationToken);
        var found = await _users.FindAsync(user, cancellationToken);
        var target = AccessTarget.Named(held?.Id, inside?.Id) ?? throw new ArgumentException("Neither a role nor an organization.", nameof(role));
        return new FoundAccess(
            new AccessChange(isGrant, PrincipalType.User, found.UserId!, target),
            new AccessNames(found.Name, found.Email, held?.Name, inside?.Name),
            UserLookup.IsUnverified(user, found));
    }
}
