namespace Auth0Connector.Service.Credentials;

/// <summary>A client id, a client secret or a host that cannot be one. The message says which part is wrong, and shows nothing of it.</summary>
public sealed class CredentialFormatException(string message) : Exception(message);
