namespace Auth0Connector.ManagementApi.Records;

/// <summary>What the tenant says of a change that it made.</summary>
/// <param name="RequestId">Its number for the request (<c>x-auth0-requestid</c>), for questions to Auth0; not always given.</param>
public sealed record WriteReceipt(string? RequestId);
