using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.Provisioning.Access;

namespace Auth0Connector.Provisioning.Lookups;

/// <summary>What ids are called. A name is a help and no need: what the tenant does not tell stays without one.</summary>
public sealed class NameLookup(ManagementApiClient client)
{
    private readonly Dictionary<string, (string? Name, string? More)> _known = new(StringComparer.Ordinal);

    /// <summary>The names of everybody and everything in a change.</summary>
    public async Task<AccessNames> FindAsync(AccessChange change, CancellationToken cancellationToken)
    {
        var (person, email) = change.PrincipalType == PrincipalType.User
            ? await OnceAsync(change.PrincipalId, async id => await client.FindUserAsync(id, cancellationToken) is { } user && user.UserId == id ? (user.Name, user.Email) : default)
            : default;
        var (roleId, organizationId) = (change.Target.Ids.Role, change.Target.Ids.Organization);
        var (roleName, _) = await OnceAsync(roleId, async id => await client.FindRoleAsync(id, cancellationToken) is { } role && role.Id == id ? (role.Name, null) : default);
        var (organizationName, _) = await OnceAsync(organizationId, async id => await client.FindOrganizationAsync(id, cancellationToken) is { } organization && organization.Id == id ? (organization.Name, null) : default);
        return new AccessNames(person, email, roleName, organizationName);
    }

    private async Task<(string? Name, string? More)> OnceAsync(string? id, Func<string, Task<(string?, string?)>> find)
    {
        if (id is null || _known.TryGetValue(id, out var known))
        {
            return id is null ? default : _known[id];
        }

        try
        {
            known = await find(id);
        }
        catch (ManagementApiException)
        {
            known = default;
        }

        return _known[id] = known;
    }
}
