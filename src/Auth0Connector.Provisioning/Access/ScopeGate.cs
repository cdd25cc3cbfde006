using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Provisioning.Access;

/// <summary>Compares the token with what is needed, before the first request.</summary>
public static class ScopeGate
{
    /// <summary>Gets the token and looks.</summary>
    /// <exception cref="ManagementApiException">A scope is missing; a tenant that does not say which it gave decides itself, later.</exception>
    public static async Task RequireAsync(ManagementApiClient client, IEnumerable<ScopeNeed> needs, CancellationToken cancellationToken)
    {
        if (await client.AuthenticateAsync(cancellationToken) is not { } held)
        {
            return;
        }

        var unmet = needs.Select(need => (need.What, Missing: need.Missing(held))).Where(static need => need.Missing.Count > 0).ToList();
        if (unmet.Count > 0)
        {
            var scopes = unmet.SelectMany(static need => need.Missing).Distinct(StringComparer.Ordinal).ToList();
            var what = string.Join(", ", unmet.Select(static need => need.What).Distinct(StringComparer.Ordinal));
            throw new ManagementApiException(
                ManagementApiErrorKind.MissingScope,
                $"the token lacks {string.Join(", ", scopes)}, needed for {what}; nothing was changed")
            {
                ExpectedScopes = scopes,
            };
        }
    }
}
