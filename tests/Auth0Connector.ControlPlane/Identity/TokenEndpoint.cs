using System.Text.Json;
using Auth0Connector.ControlPlane.Calls;
using Auth0Connector.ControlPlane.Rules;
using Microsoft.AspNetCore.Http;

namespace Auth0Connector.ControlPlane.Identity;

/// <summary>POST /auth/v1/token: an assertion for an opaque token.</summary>
internal sealed class TokenEndpoint(Cloud cloud)
{
    private const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static readonly string[] Fields = ["client_assertion", "client_assertion_type", "client_id", "grant_type"];

    public async Task AnswerAsync(HttpContext context)
    {
        var record = cloud.Calls.Begin(
            CloudCall.Token, $"{context.Request.Method} {context.Request.Path}", context.Connection.Id, context.Request.Headers.UserAgent.ToString());
        try
        {
            var check = cloud.Rules.Check("token");
            await CheckAsync(check, context.Request, context.RequestAborted);
            var fault = cloud.Faults.Take(CloudCall.Token, "");
            record.Fault = fault?.ToString() ?? "";
            if (fault is not null && await fault.BeforeAsync(context, cloud))
            {
                record.HttpStatus = fault.Http;
                return;
            }

            record.HttpStatus = check.Held ? StatusCodes.Status200OK : StatusCodes.Status401Unauthorized;
            await WriteAsync(context.Response, record.HttpStatus, check.Held ? null : check.Text);
        }
        finally
        {
            cloud.Calls.End(record);
        }
    }

    private async Task CheckAsync(RuleCheck check, HttpRequest request, CancellationToken cancellationToken)
    {
        check.Demand(HttpMethods.IsPost(request.Method), "the method is POST");
        check.Demand(request.Headers.UserAgent.ToString().Length > 0, "there is a user agent");
        check.Demand(request.Headers.Authorization.Count == 0, "there is no authorization header");
        check.Demand(request.QueryString.Value is null or "", "there is no query");
        var form = request.ContentType?.Split(';')[0].Trim() == "application/x-www-form-urlencoded";
        check.Demand(form, "the content type is application/x-www-form-urlencoded");
        if (!form)
        {
            return;
        }

        var fields = await request.ReadFormAsync(cancellationToken);
        check.Demand(
            fields.Keys.Order(StringComparer.Ordinal).SequenceEqual(Fields) && fields.All(field => field.Value.Count == 1),
            $"the form holds {string.Join(", ", Fields)}, once each and nothing else");
        check.Demand(fields["grant_type"] == "client_credentials", "grant_type is client_credentials");
        check.Demand(fields["client_assertion_type"] == AssertionType, "client_assertion_type is that of a JWT bearer");
        check.Demand(fields["client_id"] == cloud.Id, "client_id is the whole client id");
        cloud.Assertions.Check(check, fields["client_assertion"].ToString(), cloud.Id, cloud.Audience);
    }

    private async Task WriteAsync(HttpResponse response, int status, string? refusal)
    {
        response.StatusCode = status;
        response.ContentType = "application/json";
        response.Headers.CacheControl = "no-store";
        await using var json = new Utf8JsonWriter(response.Body);
        json.WriteStartObject();
        if (refusal is null)
        {
            json.WriteString("access_token", cloud.Tokens.Give(cloud.TokenLifetime));
            json.WriteString("token_type", cloud.TokenType);
            json.WriteNumber("expires_in", (long)cloud.TokenLifetime.TotalSeconds);
        }
        else
        {
            json.WriteString("error", "invalid_client");
            json.WriteString("error_description", refusal);
        }

        json.WriteEndObject();
        await json.FlushAsync(response.HttpContext.RequestAborted);
    }
}
