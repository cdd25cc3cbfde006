namespace Auth0Connector.ManagementApi.Options;

/// <summary>How the application proves itself at <c>/oauth/token</c> (API reference, section 1.2).</summary>
public abstract record ClientCredential
{
    private ClientCredential()
    {
    }

    /// <summary>The application's client secret.</summary>
    public sealed record Secret(string Value) : ClientCredential
    {
        /// <summary>Masked: the secret never reaches a log or a message.</summary>
        public override string ToString() => "Secret { *** }";
    }

    /// <summary>A private key that signs assertions (<c>private_key_jwt</c>).</summary>
    /// <param name="Pem">The key in PEM form.</param>
    /// <param name="KeyId">The credential's <c>kid</c>, if it has one.</param>
    /// <param name="Algorithm">RS256, RS384 or PS256, equal to the credential's.</param>
    public sealed record PrivateKey(string Pem, string? KeyId, string Algorithm) : ClientCredential
    {
        /// <summary>Masked: the key never reaches a log or a message.</summary>
        public override string ToString() => "PrivateKey { *** }";
    }
}
