using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Paging;
using Auth0Connector.ManagementApi.Records;

namespace Auth0Connector.Provisioning.Lookups;

/// <summary>Finds one role by id or name; the tenant's roles are read once.</summary>
/// <param name="client">The tenant.</param>
/// <param name="suggest">Finds the nearest of some names, for what fits none.</param>
public sealed class RoleLookup(ManagementApiClient client, Func<string, IEnumerable<string>, string?>? suggest = null)
{
    private List<RoleRecord>? _roles;

    /// <summary>The one role that the text names; inside an organization its own roles count too.</summary>
    /// <exception cref="ProvisioningException">None, or more than one.</exception>
    public async Task<RoleRecord> FindAsync(string text, string? organizationId, CancellationToken cancellationToken)
    {
        if (text.StartsWith("rol_", StringComparison.Ordinal))
        {
            return await client.FindRoleAsync(text, cancellationToken) is not { Id: not null } byId
                ? throw new ProvisioningException(ProvisioningErrorKind.NotFound, $"no role in the tenant has the id '{text}'")
                : byId.Id == text ? byId : throw SomebodyElse.Answered("/roles/{id}");
        }

        _roles ??= await ReadAsync(client.ListRolesAsync(null, cancellationToken), cancellationToken);
        var owned = organizationId is null ? [] : await ReadAsync(client.ListOrganizationOwnedRolesAsync(organizationId, null, cancellationToken), cancellationToken);
        var all = _roles.Concat(owned).Where(static role => role.Id is not null).DistinctBy(static role => role.Id).ToList();
        var exact = all.FindAll(role => string.Equals(role.Name, text, StringComparison.Ordinal));
        var found = exact.Count > 0 ? exact : all.FindAll(role => string.Equals(role.Name, text, StringComparison.OrdinalIgnoreCase));
        return found.Count switch
        {
            1 => found[0],
            0 => throw new ProvisioningException(
                ProvisioningErrorKind.NotFound,
                $"no role in the tenant has the id or name '{text}'{DidYouMean.Of(suggest?.Invoke(text, all.Select(static role => role.Name).OfType<string>()))}"),
            _ => throw new ProvisioningException(
                ProvisioningErrorKind.Ambiguous,
                $"'{text}' fits {found.Count} roles; name one by id: {string.Join(", ", found.Select(static role => role.Id))}"),
        };
    }

    private static async Task<List<RoleRecord>> ReadAsync(IAsyncEnumerable<ApiPage<RoleRecord>> pages, CancellationToken cancellationToken)
    {
        var roles = new List<RoleRecord>();
        await foreach (var page in pages.DemandEvidenceAsync(cancellationToken))
        {
            roles.AddRange(page.Items);
        }

        return roles;
    }
}
