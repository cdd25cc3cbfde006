namespace Auth0Connector.MockTenant.Dialects;

/// <summary>Answers that are none: pages of proxies, 404 for what is there, nothing at all.</summary>
internal static class AnswerDialects
{
    private const string Html = "<!DOCTYPE html><html><head><title>Not here</title></head><body><h1>The proxy has no such page</h1></body></html>";
    private const string Json = "application/json; charset=utf-8";

    public static IReadOnlyList<Dialect> All { get; } =
    [
        Make("html-404", "A proxy's page with status 404, for what is there.", static odd => odd.Replace(404, "text/html", Html)),
        Make("json-404", "The API's own 404, for what is there.", NotFound),
        Make("bodyless-404", "A 404 without a body, for what is there.", static odd => odd.Replace(404, null, "")),
        Make("wrong-status-404", "A JSON 404 whose `statusCode` says 400, for what is there.", static odd =>
            odd.Replace(404, Json, """{"statusCode":400,"error":"Bad Request","message":"Not Found"}""")),
        Make("html-200", "A proxy's page with status 200.", static odd => odd.Replace(200, "text/html", Html)),
        Make("empty-200", "200 without a body.", static odd => odd.Replace(200, Json, "")),
        Make("no-content", "204.", static odd => odd.Replace(204, null, "")),
        Make("not-modified", "304.", static odd => odd.Replace(304, null, "")),
    ];

    private static Dialect Make(string name, string does, Action<OddCall> rewrite) => new(name, does, DialectPlaces.Everything) { Rewrite = rewrite };

    // The words that the endpoint has for a thing that is gone.
    private static void NotFound(OddCall odd)
    {
        var (message, errorCode) = (odd.Call.Values.Count > 0 ? odd.Listing.Endpoint.Split('/')[1] : "") switch
        {
            "users" => ("The user does not exist.", "inexistent_user"),
            "roles" => ("The role does not exist.", "inexistent_role"),
            "organizations" => ("No organization found by that id or name", null),
            "groups" => ("The group does not exist.", null),
            "clients" => ("The client does not exist", "inexistent_client"),
            "resource-servers" => ("The resource server does not exist", "inexistent_resource_server"),
            _ => ("Not Found", (string?)null),
        };
        odd.Fail(404, message, errorCode);
    }
}
