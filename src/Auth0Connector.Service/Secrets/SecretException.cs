namespace Auth0Connector.Service.Secrets;

/// <summary>A secret cannot be made, sealed or opened as a task asks. Nothing was done; the message may be shown and holds no secret.</summary>
public sealed class SecretException(string message) : Exception(message);
