namespace Auth0Connector.MockTenant.Http;

/// <summary>
/// Filters that the real API has and this one does not imitate: refused, since whoever asks for a few must never get
/// everybody.
/// </summary>
internal static class UnimitatedFilters
{
    private static readonly Dictionary<string, string[]> Names = new(StringComparer.Ordinal)
    {
        ["GET /users"] = ["connection"],
        ["GET /groups"] = ["connection_id", "name", "external_id", "search"],
        ["GET /organizations"] = ["q", "include_client_association_for"],
        ["GET /organizations/{id}/client-grants"] = ["audience", "client_id", "grant_ids"],
        ["GET /organizations/{id}/connections"] = ["is_enabled", "name"],
        ["GET /organizations/{id}/groups"] = ["name", "search"],
        ["GET /resource-servers"] = ["identifiers"],
        ["GET /clients"] = ["q", "is_first_party", "external_client_id"],
        ["GET /client-grants"] = ["allow_any_organization", "default_for"],
        ["GET /connections"] = ["domain_alias"],
        ["GET /users/{id}/organizations"] = ["name"],
    };

    private static readonly Dictionary<string, string[]> Values = new(StringComparer.Ordinal)
    {
        ["is_global"] = ["true", "false"],
        ["include_fields"] = ["true", "false"],
        ["include_totals"] = ["true", "false", "1", "0"],
        ["primary_order"] = ["true", "false"],
    };

    /// <summary>What is asked for and not imitated, or null.</summary>
    public static string? Of(Route route, RequestTarget target)
    {
        if (Names.GetValueOrDefault(route.Name)?.FirstOrDefault(target.Has) is { } name)
        {
            return $"The mock tenant does not imitate the parameter '{name}'.";
        }

        if (route.Name == "GET /roles" && target.Has("owner_id") && target["type"] != "organization")
        {
            return "The mock tenant does not imitate 'owner_id' without type=organization.";
        }

        foreach (var (parameter, values) in Values)
        {
            if (target[parameter] is { } value && !values.Contains(value, StringComparer.Ordinal))
            {
                return $"Query validation error: 'Expected type boolean but found type string' on property {parameter}.";
            }
        }

        return null;
    }
}
