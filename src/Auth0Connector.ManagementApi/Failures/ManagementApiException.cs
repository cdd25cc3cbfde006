using System.Net;

namespace Auth0Connector.ManagementApi.Failures;

/// <summary>What a failed request means for the person who runs the program.</summary>
public enum ManagementApiErrorKind
{
    /// <summary>The token endpoint or the API refused the credentials, also after renewing the token once.</summary>
    CredentialsRefused,

    /// <summary>The token lacks a scope (403 <c>insufficient_scope</c>).</summary>
    MissingScope,

    /// <summary>
    /// The tenant's plan lacks the feature, or it is not switched on: 403 of any other sort, 405, 410, 422, 501, or 400
    /// <c>feature_not_enabled</c> (API reference, section 11).
    /// </summary>
    FeatureMissing,

    /// <summary>The thing asked for does not exist, in the API's own words: a 404 of anybody else is a fault.</summary>
    NotFound,

    /// <summary>The tenant limited the rate for longer than our patience.</summary>
    RateLimited,

    /// <summary>The token endpoint gives this application no more tokens for now: a quota of its own, not the pace of requests.</summary>
    TokensLimited,

    /// <summary>The tenant could not be reached, or failed for longer than our patience.</summary>
    Unavailable,

    /// <summary>What was to be made is there already, or a limit of the tenant is reached (409).</summary>
    Conflict,

    /// <summary>The tenant refused the request as wrong (400, 414 and other 4xx).</summary>
    BadRequest,

    /// <summary>The tenant answered with something that is not what the API documents, again and again.</summary>
    BadAnswer,

    /// <summary>Nothing shows that what was listed is all there is.</summary>
    Unproven,

    /// <summary>The tenant answered with more than 64 MB: the same in smaller pages may do.</summary>
    TooLarge,
}

/// <summary>
/// A request to the tenant that failed for good, after all retries. Its message carries no token, no
/// secret and no personal data: it may be shown and logged.
/// </summary>
public sealed class ManagementApiException(ManagementApiErrorKind kind, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>What went wrong, as a person can act on it.</summary>
    public ManagementApiErrorKind Kind { get; } = kind;

    /// <summary>HTTP status of the last answer, if there was one.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>Auth0's own error code, such as <c>insufficient_scope</c>, if the answer had one.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>Whether what was asked for may have been done all the same: a request that must not simply be repeated.</summary>
    public bool IsUnclear { get; init; }

    /// <summary>
    /// Whether a refusal is of a whole kind of request, since it names a scope, a plan or a feature; a bare 403 is of the one
    /// thing that was asked for.
    /// </summary>
    public bool IsOfWholeKind { get; init; }

    /// <summary>Whether the request was one that changes something.</summary>
    public bool IsWrite { get; init; }

    /// <summary>From when on it may work, where the tenant says so and it was too long to wait.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Endpoint template, such as <c>/roles/{id}/users</c>; never an address with ids in it.</summary>
    public string? Endpoint { get; init; }

    /// <summary>Scopes that the answer asked for (403 <c>insufficient_scope</c>), empty otherwise.</summary>
    public IReadOnlyList<string> ExpectedScopes { get; init; } = [];

    /// <summary>The answer's own words, which may quote what was asked for: compared, never shown.</summary>
    internal string? AnswerText { get; init; }

    /// <summary>Whether the tenant refused what was asked for as wrong (400).</summary>
    internal bool IsBadRequest => Kind == ManagementApiErrorKind.BadRequest && StatusCode == HttpStatusCode.BadRequest;

    /// <summary>Whether the tenant refused the request because of a parameter of this name.</summary>
    internal bool Names(string parameter) =>
        IsBadRequest && AnswerText?.Split([' ', '\'', '"', '`', ',', '.', ':', '(', ')']).Contains(parameter, StringComparer.OrdinalIgnoreCase) == true;
}
