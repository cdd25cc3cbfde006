namespace Auth0Connector.ManagementApi.Tokens;

/// <summary>A bearer token. Its text is masked, so that no log call can leak it by accident.</summary>
internal sealed class AccessToken(string value, DateTimeOffset renewAt, IReadOnlySet<string>? scopes)
{
    /// <summary>From when on a new one should be asked for: some time before it expires.</summary>
    public DateTimeOffset RenewAt { get; } = renewAt;

    /// <summary>Scopes that were really granted; <see langword="null"/> where the answer did not say.</summary>
    public IReadOnlySet<string>? Scopes { get; } = scopes;

    public string Reveal() => value;

    public override string ToString() => "***";
}
