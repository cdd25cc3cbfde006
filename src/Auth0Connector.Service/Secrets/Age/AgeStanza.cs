namespace Auth0Connector.Service.Secrets.Age;

/// <summary>The file key as one recipient gets it.</summary>
/// <param name="Type">What kind of recipient, as <c>X25519</c>.</param>
/// <param name="Arguments">What stands beside the type.</param>
/// <param name="Body">The wrapped file key.</param>
internal sealed record AgeStanza(string Type, IReadOnlyList<string> Arguments, byte[] Body);
