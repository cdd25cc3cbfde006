using System.Collections.Concurrent;
using Auth0Connector.MockTenant.Data;

namespace Auth0Connector.MockTenant.Dialects;

/// <summary>What dialects know of the tenant, and what they remember from one request to the next.</summary>
internal sealed class DialectTenant(MockTenantOptions options, TenantModel model)
{
    private readonly ConcurrentDictionary<string, bool> _seen = new(StringComparer.Ordinal);

    public TenantModel Model => model;

    public TimeProvider Clock => options.Clock;

    /// <summary>True when this is said for the first time since the start or the last reset.</summary>
    public bool IsFirst(string what) => _seen.TryAdd(what, true);

    /// <summary>Forgets what was said.</summary>
    public void Reset() => _seen.Clear();

    /// <summary>The number of the thing whose list is asked.</summary>
    public int ParentOf(OddCall odd) => odd.Call.Values is not [var id, ..] ? -1 : odd.Listing.Endpoint.Split('/')[1] switch
    {
        "users" => model.Users.Find(id),
        "roles" => model.Roles.Find(id),
        "organizations" => model.Organizations.Find(id),
        "groups" => model.Groups.Find(id),
        _ => -1,
    };
}
