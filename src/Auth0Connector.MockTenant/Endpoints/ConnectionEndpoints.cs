using System.Text.Json;
using Auth0Connector.MockTenant.Data;
using Auth0Connector.MockTenant.Http;
using Auth0Connector.MockTenant.Limits;
using Auth0Connector.MockTenant.Paging;
using Auth0Connector.MockTenant.Users;

namespace Auth0Connector.MockTenant.Endpoints;

/// <summary>The tenant's connections (reference 4.7).</summary>
internal sealed class ConnectionEndpoints(TenantModel model)
{
    public void AddTo(RouteTable routes)
    {
        var read = ScopeRule.Any("read:connections");
        routes.Get("connections", read, List, LimitGroup.Connections);
        routes.Get("connections/{id}", read, Get, LimitGroup.Connections);
        routes.Get("connections/{id}/clients", read, ListClients);
    }

    private void List(ApiCall call)
    {
        var rows = Enumerable.Range(0, Connections.Count)
            .Where(x => call.Target["strategy"] is not { } strategy || Connections.StrategyAt(x) == strategy)
            .Where(x => call.Target["name"] is not { } name || Connections.NameAt(x) == name);
        PageAnswer.Write(call, "connections", PagingRules.Both, rows, (writer, x) => Write(writer, call, x));
    }

    private void Get(ApiCall call)
    {
        var connection = model.Connections.Find(call.Values[0]);
        if (connection < 0)
        {
            call.NotFound("The connection does not exist", "inexistent_connection");
            return;
        }

        call.WriteJson(writer => Write(writer, call, connection));
    }

    private void ListClients(ApiCall call)
    {
        var connection = model.Connections.Find(call.Values[0]);
        if (connection < 0)
        {
            call.NotFound("The connection does not exist", "inexistent_connection");
            return;
        }

        var rules = PagingRules.Checkpoint with { MaximumSize = 1000 };
        PageAnswer.Write(call, "clients", rules, model.Clients.OfConnection(connection), (writer, client) =>
        {
            writer.WriteStartObject();
            writer.WriteString("client_id", model.Clients.IdAt(client));
            writer.WriteEndObject();
        });
    }

    private void Write(Utf8JsonWriter writer, ApiCall call, int connection)
    {
        var filter = new FieldFilter(call.Target);
        writer.WriteStartObject();
        foreach (var (name, value) in new[]
        {
            ("id", model.Connections.IdAt(connection)),
            ("name", Connections.NameAt(connection)),
            ("strategy", Connections.StrategyAt(connection)),
        })
        {
            if (filter.Wants(name))
            {
                writer.WriteString(name, value);
            }
        }

        // Since July 2025 the options need a scope of their own: they hold the identity provider's secret.
        if (call.Scopes.Contains("read:connections_options") && filter.Wants("options"))
        {
            writer.WriteStartObject("options");
            writer.WriteString("client_secret", $"mock-connection-secret-{connection}");
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}
