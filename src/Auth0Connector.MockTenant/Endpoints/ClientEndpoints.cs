using System.Text.Json;
using Auth0Connector.MockTenant.Data;
using Auth0Connector.MockTenant.Http;
using Auth0Connector.MockTenant.Limits;
using Auth0Connector.MockTenant.Paging;

namespace Auth0Connector.MockTenant.Endpoints;

/// <summary>Applications and client grants (reference 4.7).</summary>
internal sealed class ClientEndpoints(TenantModel model)
{
    private const int GlobalClient = -1;

    public void AddTo(RouteTable routes)
    {
        routes.Get("clients", ScopeRule.Any("read:clients", "read:client_keys"), List, LimitGroup.Clients);
        routes.Get("clients/{id}", ScopeRule.Any("read:clients", "read:client_keys"), Get, LimitGroup.Clients);
        routes.Get("client-grants", ScopeRule.Any("read:client_grants"), ListGrants);
        routes.Get("client-grants/{id}", ScopeRule.Any("read:client_grants"), GetGrant);
    }

    private void List(ApiCall call)
    {
        var rows = Enumerable.Range(0, model.Clients.Count);
        if (call.Target["is_global"] is not "false")
        {
            rows = call.Target["is_global"] is "true" ? [GlobalClient] : rows.Prepend(GlobalClient);
        }

        if (call.Target["app_type"] is { } types)
        {
            var wanted = types.Split(',');
            rows = rows.Where(x => x >= 0 && wanted.Contains(ClientModel.TypeOf(x), StringComparer.Ordinal));
        }

        var rules = PagingRules.Both with { HasCap = false };
        PageAnswer.Write(call, "clients", rules, rows, (writer, client) => Write(writer, call, client));
    }

    private void Get(ApiCall call)
    {
        var client = model.Clients.Find(call.Values[0]);
        if (client < 0)
        {
            call.NotFound("The client does not exist", "inexistent_client");
            return;
        }

        call.WriteJson(writer => Write(writer, call, client));
    }

    private void Write(Utf8JsonWriter writer, ApiCall call, int client)
    {
        var filter = new FieldFilter(call.Target);
        var isGlobal = client == GlobalClient;
        writer.WriteStartObject();
        Text("client_id", isGlobal ? model.Clients.GlobalId : model.Clients.IdAt(client));
        Text("tenant", "mock");
        Text("name", isGlobal ? "All Applications" : ClientModel.NameOf(client));
        Flag("global", isGlobal);
        if (!isGlobal)
        {
            Text("description", "");
            Text("app_type", ClientModel.TypeOf(client));
            Flag("is_first_party", ClientModel.IsFirstParty(client));
            Flag("oidc_conformant", true);
            Text("token_endpoint_auth_method", ClientModel.TypeOf(client) is "spa" or "native" ? "none" : "client_secret_post");
            Text("organization_usage", client % 3 == 0 ? "allow" : "deny");
            if (filter.Wants("grant_types"))
            {
                writer.WriteStartArray("grant_types");
                foreach (var type in ClientModel.GrantTypesOf(client))
                {
                    writer.WriteStringValue(type);
                }

                writer.WriteEndArray();
            }
        }

        if (call.Scopes.Contains("read:client_keys"))
        {
            Text("client_secret", $"mock-client-secret-{client}");
        }

        writer.WriteEndObject();

        void Text(string name, string value)
        {
            if (filter.Wants(name))
            {
                writer.WriteString(name, value);
            }
        }

        void Flag(string name, bool value)
        {
            if (filter.Wants(name))
            {
                writer.WriteBoolean(name, value);
            }
        }
    }

    private void ListGrants(ApiCall call)
    {
        var query = call.Target;
        var rows = model.Clients.Grants().Where(x =>
            (query["client_id"] is not { } client || x.ClientId == client)
            && (query["audience"] is not { } audience || x.Audience == audience)
            && (query["subject_type"] is not { } subject || x.SubjectType == subject));
        PageAnswer.Write(call, "client_grants", PagingRules.Both with { HasCap = false }, rows, WriteGrant);
    }

    private void GetGrant(ApiCall call)
    {
        var grant = model.Clients.FindGrant(call.Values[0]);
        if (grant < 0)
        {
            call.NotFound("The client grant does not exist.");
            return;
        }

        call.WriteJson(writer => WriteGrant(writer, model.Clients.Grants()[grant]));
    }

    private void WriteGrant(Utf8JsonWriter writer, ClientGrant grant)
    {
        writer.WriteStartObject();
        writer.WriteString("id", grant.Id);
        if (grant.ClientId is not null)
        {
            writer.WriteString("client_id", grant.ClientId);
        }

        writer.WriteString("audience", grant.Audience);
        writer.WriteStartArray("scope");
        foreach (var scope in grant.Scopes)
        {
            writer.WriteStringValue(scope);
        }

        writer.WriteEndArray();
        writer.WriteString("subject_type", grant.SubjectType);
        writer.WriteString("organization_usage", "deny");
        writer.WriteBoolean("allow_any_organization", false);
        if (grant.AllowAllScopes)
        {
            writer.WriteBoolean("allow_all_scopes", true);
        }

        if (grant.DefaultFor is not null)
        {
            writer.WriteString("default_for", grant.DefaultFor);
        }

        if (grant.Audience == model.Permissions.Audience)
        {
            writer.WriteBoolean("is_system", true);
        }

        writer.WriteEndObject();
    }
}
