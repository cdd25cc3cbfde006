namespace Auth0Connector.Service.Secrets.Age;

/// <summary>Somebody to whom files are sealed.</summary>
internal interface IAgeRecipient
{
    /// <summary>Wraps a file key for the recipient.</summary>
    AgeStanza Wrap(ReadOnlySpan<byte> fileKey);
}
