namespace Auth0Connector.MockTenant.Http;

/// <summary>Errors in the Management API's shape (reference, section 2) and in the token endpoint's (RFC 6749).</summary>
internal static class ApiErrors
{
    public static void Fail(this ApiCall call, int status, string message, string? errorCode = null)
    {
        call.Status = status;
        call.WriteJson(writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("statusCode", status);
            writer.WriteString("error", Title(status));
            writer.WriteString("message", message);
            if (errorCode is not null)
            {
                writer.WriteString("errorCode", errorCode);
            }

            writer.WriteEndObject();
        });
    }

    public static void FailToken(this ApiCall call, int status, string error, string description)
    {
        call.Status = status;
        call.WriteJson(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("error", error);
            writer.WriteString("error_description", description);
            if (error == "access_denied")
            {
                writer.WriteString("error_uri", "https://auth0.com/docs/clients/client-grants");
            }

            writer.WriteEndObject();
        });
    }

    public static void NotFound(this ApiCall call, string message, string? errorCode = null) =>
        call.Fail(404, message, errorCode);

    public static void InvalidQuery(this ApiCall call, string message) =>
        call.Fail(400, message, "invalid_query_string");

    private static string Title(int status) => status switch
    {
        400 => "Bad Request",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        409 => "Conflict",
        405 => "Method Not Allowed",
        410 => "Gone",
        414 => "URI Too Long",
        422 => "Unprocessable Entity",
        429 => "Too Many Requests",
        501 => "Not Implemented",
        503 => "Service Unavailable",
        _ => "Internal Server Error",
    };
}
