namespace Auth0Connector.MockTenant;

/// <summary>An odd way to answer that some tenant, proxy or release has.</summary>
/// <param name="Name">The name that <c>--dialect</c> takes.</param>
/// <param name="Does">What is odd, in one sentence.</param>
/// <param name="Where">Where it can be heard, in words.</param>
/// <param name="Listings">Names of the listings where it can be heard.</param>
public sealed record MockDialect(string Name, string Does, string Where, IReadOnlyList<string> Listings);
