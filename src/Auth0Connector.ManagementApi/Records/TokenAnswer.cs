namespace Auth0Connector.ManagementApi.Records;

/// <summary>Body of a good answer of <c>/oauth/token</c> (API reference, section 1.2).</summary>
internal sealed record TokenAnswer
{
    public string? AccessToken { get; init; }

    public string? TokenType { get; init; }

    public long? ExpiresIn { get; init; }

    public string? Scope { get; init; }

    public override string ToString() => "TokenAnswer { *** }";
}
