using System.Text.Json.Serialization;

namespace Auth0Connector.ManagementApi.Records;

/// <summary>
/// Body of an error: the Management API's shape (section 2) and the token endpoint's (RFC 6749, section 5.2) in one.
/// </summary>
internal sealed record ErrorAnswer
{
    [JsonPropertyName("statusCode")]
    public long? StatusCode { get; init; }

    [JsonPropertyName("error")]
    public string? Error { get; init; }

    [JsonPropertyName("message")]
    public string? Message { get; init; }

    [JsonPropertyName("errorCode")]
    public string? ErrorCode { get; init; }

    [JsonPropertyName("error_description")]
    public string? ErrorDescription { get; init; }
}
