using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Records;

namespace Auth0Connector.Provisioning.Lookups;

/// <summary>Finds one organization by id or name, which both are unique; display names are not, and are not looked at.</summary>
public sealed class OrganizationLookup(ManagementApiClient client)
{
    private readonly Dictionary<string, OrganizationRecord> _found = new(StringComparer.Ordinal);

    /// <summary>The organization that the text names.</summary>
    /// <exception cref="ProvisioningException">There is none.</exception>
    public async Task<OrganizationRecord> FindAsync(string text, CancellationToken cancellationToken)
    {
        if (_found.TryGetValue(text, out var known))
        {
            return known;
        }

        var found = text.StartsWith("org_", StringComparison.Ordinal) ? await client.FindOrganizationAsync(text, cancellationToken) : null;
        found ??= text.Length == 0 ? null : await client.FindOrganizationByNameAsync(text, cancellationToken);
        return found is { Id: not null }
            ? _found[text] = found
            : throw new ProvisioningException(
                ProvisioningErrorKind.NotFound,
                $"no organization in the tenant has the id or name '{text}' (the name is the lower-case one, not the display name)");
    }
}
