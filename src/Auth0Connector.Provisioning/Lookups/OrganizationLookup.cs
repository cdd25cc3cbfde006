using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.ManagementApi.Records;

namespace Auth0Connector.Provisioning.Lookups;

/// <summary>Finds one organization by id or name, which both are unique; display names are not, and only lead to a suggestion.</summary>
/// <param name="client">The tenant.</param>
/// <param name="suggest">Finds the nearest of some names, for what fits none.</param>
public sealed class OrganizationLookup(ManagementApiClient client, Func<string, IEnumerable<string>, string?>? suggest = null)
{
    // Beyond these a slip is not worth the requests.
    private const int MostCompared = 1000;

    private readonly Dictionary<string, OrganizationRecord> _found = new(StringComparer.Ordinal);

    /// <summary>The organization that the text names.</summary>
    /// <exception cref="ProvisioningException">There is none.</exception>
    public async Task<OrganizationRecord> FindAsync(string text, CancellationToken cancellationToken)
    {
        if (_found.TryGetValue(text, out var known))
        {
            return known;
        }

        if (text.StartsWith("org_", StringComparison.Ordinal))
        {
            return await client.FindOrganizationAsync(text, cancellationToken) is not { Id: not null } byId
                ? throw new ProvisioningException(ProvisioningErrorKind.NotFound, $"no organization in the tenant has the id '{text}'")
                : byId.Id == text ? _found[text] = byId : throw SomebodyElse.Answered("/organizations/{id}");
        }

        var found = text.Length == 0 ? null : await client.FindOrganizationByNameAsync(text, cancellationToken);
        if (found is not { Id: not null })
        {
            throw new ProvisioningException(
                ProvisioningErrorKind.NotFound,
                $"no organization in the tenant has the id or name '{text}' (the name is the lower-case one, not the display name){DidYouMean.Of(await SuggestAsync(text, cancellationToken))}");
        }

        return string.Equals(found.Name, text, StringComparison.OrdinalIgnoreCase)
            ? _found[text] = found
            : throw SomebodyElse.Answered("/organizations/name/{name}");
    }

    private async Task<string?> SuggestAsync(string text, CancellationToken cancellationToken)
    {
        if (suggest is null)
        {
            return null;
        }

        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        try
        {
            await foreach (var page in client.ListOrganizationsAsync(null, cancellationToken))
            {
                foreach (var organization in page.Items.Where(static one => one.Name is not null))
                {
                    names.TryAdd(organization.Name!, organization.Name!);
                    names.TryAdd(organization.DisplayName ?? organization.Name!, organization.Name!);
                }

                if (names.Count >= MostCompared)
                {
                    break;
                }
            }
        }
        catch (ManagementApiException)
        {
            // That there is none is known already; what was meant is only a help.
            return null;
        }

        return names.GetValueOrDefault(text) ?? (suggest(text, names.Keys) is { } near ? names[near] : null);
    }
}
