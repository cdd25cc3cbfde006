using System.Text.Json.Serialization;

namespace Auth0Connector.ManagementApi.Records;

/// <summary>
/// A line of the tenant's log as <c>GET /logs</c> gives it (API reference, section 6.1; auth0.com/docs, log event type codes).
/// Every field may be absent; a field of a wrong type counts as absent.
/// </summary>
public sealed record LogRecord
{
    /// <summary>Id by which the log is read on: digits that grow from line to line.</summary>
    public string? LogId { get; init; }

    /// <summary>The same id under the name that older answers have alone.</summary>
    [JsonPropertyName("_id")]
    public string? Id { get; init; }

    /// <summary>When it happened, which is not the order of the lines.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>Code of what happened, such as <c>s</c> or <c>sapi</c>.</summary>
    public string? Type { get; init; }

    /// <summary>What happened in words; for <c>sapi</c> the name of the endpoint.</summary>
    public string? Description { get; init; }

    /// <summary>Who signed in or was concerned; for <c>sapi</c> who asked.</summary>
    public string? UserId { get; init; }

    /// <summary>Name of that person, often an address.</summary>
    public string? UserName { get; init; }

    /// <summary>Application where somebody signed in; for <c>sapi</c> the one that asked.</summary>
    public string? ClientId { get; init; }

    /// <summary>Name of the application.</summary>
    public string? ClientName { get; init; }

    /// <summary>Name of the connection.</summary>
    public string? Connection { get; init; }

    /// <summary>Organization where somebody signed in or was added.</summary>
    public string? OrganizationId { get; init; }

    /// <summary>What was asked of the Management API and answered, for <c>sapi</c>; its form is promised nowhere.</summary>
    [JsonConverter(typeof(LogDetailsConverter))]
    public LogDetails? Details { get; init; }

    /// <summary>The id by either name; <see langword="null"/> only in a broken answer.</summary>
    [JsonIgnore]
    public string? Key => string.IsNullOrEmpty(LogId) ? string.IsNullOrEmpty(Id) ? null : Id : LogId;
}

/// <summary>The part of a line that says what was asked of the Management API.</summary>
public sealed record LogDetails
{
    /// <summary>What was asked.</summary>
    [JsonConverter(typeof(LogRequestConverter))]
    public LogRequest? Request { get; init; }

    /// <summary>What was answered.</summary>
    [JsonConverter(typeof(LogResponseConverter))]
    public LogResponse? Response { get; init; }
}

/// <summary>A request of somebody to the Management API.</summary>
public sealed record LogRequest
{
    /// <summary>HTTP method, mostly in small letters.</summary>
    public string? Method { get; init; }

    /// <summary>Path, such as <c>/api/v2/users/auth0%7C1/roles</c>.</summary>
    public string? Path { get; init; }

    /// <summary>What was sent, where the tenant tells.</summary>
    public LogBody? Body { get; init; }
}

/// <summary>The Management API's answer to it.</summary>
public sealed record LogResponse
{
    /// <summary>HTTP status.</summary>
    [JsonPropertyName("statusCode")]
    public long? StatusCode { get; init; }

    /// <summary>What was answered, where the tenant tells.</summary>
    public LogBody? Body { get; init; }
}
