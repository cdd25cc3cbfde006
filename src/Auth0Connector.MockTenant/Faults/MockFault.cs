namespace Auth0Connector.MockTenant;

/// <summary>A fault for one answer; made by the static methods.</summary>
public sealed record MockFault
{
    /// <summary>What happens.</summary>
    public MockFaultKind Kind { get; init; }

    /// <summary>Status of <see cref="MockFaultKind.Answer"/>.</summary>
    public int Status { get; init; } = 200;

    /// <summary>Headers added to the answer.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Body of <see cref="MockFaultKind.Answer"/>.</summary>
    public string Body { get; init; } = "";

    /// <summary>Type of <see cref="Body"/>.</summary>
    public string ContentType { get; init; } = "application/json; charset=utf-8";

    /// <summary>Waited before the answer, besides the tenant's latency.</summary>
    public TimeSpan Wait { get; init; }

    /// <summary>Turns the true body into the one sent, for <see cref="MockFaultKind.ChangedBody"/>.</summary>
    public Func<string, string>? Change { get; init; }

    /// <summary>500 in the API's shape.</summary>
    public static MockFault ServerError() => Error(500, "Internal Server Error", "An internal server error occurred");

    /// <summary>503, with Retry-After in seconds or as given, or without.</summary>
    public static MockFault Unavailable(string? retryAfter = null) =>
        With(Error(503, "Service Unavailable", "Service unavailable"), "Retry-After", retryAfter);

    /// <summary>429 with whichever headers are given.</summary>
    public static MockFault TooManyRequests(string? retryAfter = null, string? reset = null, int? limit = null) =>
        With(
            With(
                With(
                    Error(429, "Too Many Requests", "Global limit has been reached", "too_many_requests"),
                    "Retry-After",
                    retryAfter),
                "x-ratelimit-reset",
                reset),
            "x-ratelimit-limit",
            limit?.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>401 as for an expired token.</summary>
    public static MockFault Unauthorized() => Error(401, "Unauthorized", "Invalid token");

    /// <summary>403 insufficient_scope for a scope.</summary>
    public static MockFault Forbidden(string scope) =>
        Error(403, "Forbidden", $"Insufficient scope, expected any of: {scope}", "insufficient_scope");

    /// <summary>404 in the API's shape.</summary>
    public static MockFault NotFound(string message = "Not found") => Error(404, "Not Found", message);

    /// <summary>An edge proxy's page, which is not JSON.</summary>
    public static MockFault Html(int status = 502) => new()
    {
        Status = status,
        ContentType = "text/html",
        Body = "<html><head><title>Bad gateway</title></head><body><h1>Bad gateway</h1></body></html>",
    };

    /// <summary>A JSON body of the caller's choice.</summary>
    public static MockFault Json(string body, int status = 200) => new() { Status = status, Body = body };

    /// <summary>The true answer cut in the middle of the body.</summary>
    public static MockFault TruncatedBody() => new() { Kind = MockFaultKind.TruncatedBody };

    /// <summary>A connection reset.</summary>
    public static MockFault Reset() => new() { Kind = MockFaultKind.Reset };

    /// <summary>A connection reset after what was asked for is done.</summary>
    public static MockFault LostAnswer() => new() { Kind = MockFaultKind.LostAnswer };

    /// <summary>Half of the true body, otherwise in order.</summary>
    public static MockFault HalfBody() => new() { Kind = MockFaultKind.HalfBody };

    /// <summary>The true answer, with the body changed.</summary>
    public static MockFault ChangedBody(Func<string, string> change) =>
        new() { Kind = MockFaultKind.ChangedBody, Change = change };

    /// <summary>The true answer after a wait.</summary>
    public static MockFault Delay(TimeSpan wait) => new() { Kind = MockFaultKind.Delay, Wait = wait };

    private static MockFault Error(int status, string title, string message, string? errorCode = null)
    {
        var code = errorCode is null ? "" : $",\"errorCode\":\"{errorCode}\"";
        return Json($$"""{"statusCode":{{status}},"error":"{{title}}","message":"{{message}}"{{code}}}""", status);
    }

    private static MockFault With(MockFault fault, string header, string? value) => value is null
        ? fault
        : fault with
        {
            Headers = new Dictionary<string, string>(fault.Headers, StringComparer.OrdinalIgnoreCase) { [header] = value },
        };
}
