namespace Auth0Connector.Sync.Reporting;

/// <summary>How far one resource type has come.</summary>
/// <param name="ResourceType">The type, such as <c>user</c>.</param>
/// <param name="Resources">Resources committed.</param>
/// <param name="ResourcesExpected">Resources the tenant stated, if it did.</param>
/// <param name="Grants">Grants committed whose entitlement belongs to this type.</param>
/// <param name="CollectionsDone">Collections read to their end.</param>
/// <param name="Collections">Collections known so far.</param>
/// <param name="Requests">Requests answered for this type.</param>
public sealed record SyncProgress(
    string ResourceType,
    long Resources,
    long? ResourcesExpected,
    long Grants,
    int CollectionsDone,
    int Collections,
    long Requests);
