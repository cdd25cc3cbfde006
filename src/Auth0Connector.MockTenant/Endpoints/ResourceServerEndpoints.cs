using System.Text.Json;
using Auth0Connector.MockTenant.Data;
using Auth0Connector.MockTenant.Http;
using Auth0Connector.MockTenant.Paging;

namespace Auth0Connector.MockTenant.Endpoints;

/// <summary>APIs with their scopes (reference 4.7).</summary>
internal sealed class ResourceServerEndpoints(TenantModel model)
{
    public void AddTo(RouteTable routes)
    {
        var read = ScopeRule.Any("read:resource_servers");
        routes.Get("resource-servers", read, List);
        routes.Get("resource-servers/{id}", read, Get);
    }

    private void List(ApiCall call) =>
        PageAnswer.Write(call, "resource_servers", PagingRules.Uncapped, model.Permissions.ServerCount, Write);

    private void Get(ApiCall call)
    {
        var wanted = call.Values[0];
        for (var server = 0; server < model.Permissions.ServerCount; server++)
        {
            if (wanted == model.Permissions.ServerId(server) || wanted == model.Permissions.Identifier(server))
            {
                call.WriteJson(writer => Write(writer, server));
                return;
            }
        }

        call.NotFound("The resource server does not exist", "inexistent_resource_server");
    }

    private void Write(Utf8JsonWriter writer, int server)
    {
        var permissions = model.Permissions;
        writer.WriteStartObject();
        writer.WriteString("id", permissions.ServerId(server));
        writer.WriteString("name", PermissionModel.ServerName(server));
        writer.WriteString("identifier", permissions.Identifier(server));
        writer.WriteBoolean("is_system", server == 0);
        writer.WriteBoolean("allow_offline_access", server % 2 == 1);
        writer.WriteNumber("token_lifetime", 86_400);
        if (permissions.ScopeCount(server) > 0)
        {
            writer.WriteStartArray("scopes");
            for (var scope = 0; scope < permissions.ScopeCount(server); scope++)
            {
                writer.WriteStartObject();
                writer.WriteString("value", permissions.ScopeValue(server, scope));
                if (PermissionModel.ScopeDescription(server, scope) is { } description)
                {
                    writer.WriteString("description", description);
                }

                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        var symmetric = server % 2 == 1;
        writer.WriteString("signing_alg", symmetric ? "HS256" : "RS256");
        if (symmetric)
        {
            // A secret that the real list gives away too; whoever stores it fails a test.
            writer.WriteString("signing_secret", $"mock-signing-secret-{server}");
        }

        if (server > 0)
        {
            writer.WriteStartObject("subject_type_authorization");
            WritePolicy(writer, "user", server % 2 == 1 ? "allow_all" : "require_client_grant");
            WritePolicy(writer, "client", "require_client_grant");
            writer.WriteEndObject();
            writer.WriteBoolean("enforce_policies", true);
            writer.WriteString("token_dialect", "access_token_authz");
        }

        writer.WriteEndObject();
    }

    private static void WritePolicy(Utf8JsonWriter writer, string subject, string policy)
    {
        writer.WriteStartObject(subject);
        writer.WriteString("policy", policy);
        writer.WriteEndObject();
    }
}
