namespace Auth0Connector.ObjectStore.Credentials;

/// <summary>What a request is signed with.</summary>
/// <param name="AccessKeyId">Names the keys.</param>
/// <param name="SecretKey">The secret.</param>
/// <param name="SessionToken">Goes with keys that last for a time.</param>
/// <param name="Expires">When they end; <see langword="null"/> for those that stay.</param>
internal sealed record StoreCredentials(string AccessKeyId, string SecretKey, string? SessionToken = null, DateTimeOffset? Expires = null)
{
    /// <summary>Nothing of a secret, wherever the record is written.</summary>
    public override string ToString() => "credentials of an object store";
}
