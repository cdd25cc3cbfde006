using System.Text.Json;
using System.Text.Json.Serialization;
using Auth0Connector.Provisioning.Access;
using Auth0Connector.Provisioning.Journal;

namespace Auth0Connector.Cli.Change;

/// <summary>What became of a change, one JSON object a line.</summary>
internal sealed record ChangeJson
{
    public required string Action { get; init; }

    public required string Outcome { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Principal { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PrincipalName { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PrincipalEmail { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Role { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RoleName { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Organization { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? OrganizationName { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Request { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Body { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RequestId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? Until { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Line { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Why { get; init; }

    public static ChangeJson Of(AccessChange change, AccessNames names, string outcome) => new()
    {
        Action = change.IsGrant ? "grant" : "revoke",
        Outcome = outcome,
        Principal = change.PrincipalId,
        PrincipalName = names.Person,
        PrincipalEmail = names.Email,
        Role = change.Target.Ids.Role,
        RoleName = names.Role,
        Organization = change.Target.Ids.Organization,
        OrganizationName = names.Organization,
    };

    public static ChangeJson Of(ChangeResult result, AccessNames names) => Of(result.Change, names, OutcomeWords.Of(result.Outcome)) with
    {
        Request = result.Request is { } request ? $"{request.Method} {request.Path}" : null,
        Body = result.Request?.Body,
        RequestId = result.RequestId,
        Why = result.Why,
    };

    public string ToText() => JsonSerializer.Serialize(this, ChangeJsonContext.Readable.ChangeJson);
}
