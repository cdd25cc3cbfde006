namespace Auth0Connector.MockTenant;

/// <summary>Subscriptions whose rate limits the mock imitates (auth0.com/docs, rate-limit configurations, August 2026).</summary>
public enum RatePlan
{
    /// <summary>No limit.</summary>
    None,

    /// <summary>2 requests, 2 a second, for everything.</summary>
    Free,

    /// <summary>Essentials and Professional: small buckets of their own for most groups of endpoints.</summary>
    Professional,

    /// <summary>Enterprise, production: 50 and 16 a second, own buckets for organizations and members.</summary>
    Enterprise,

    /// <summary>Private cloud, 100 requests a second.</summary>
    PrivateCloud,
}
