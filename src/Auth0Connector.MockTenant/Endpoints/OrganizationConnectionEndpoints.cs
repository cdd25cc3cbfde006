using Auth0Connector.MockTenant.Data;
using Auth0Connector.MockTenant.Http;
using Auth0Connector.MockTenant.Limits;
using Auth0Connector.MockTenant.Paging;
using Auth0Connector.MockTenant.Users;

namespace Auth0Connector.MockTenant.Endpoints;

/// <summary>Connections of an organization in both forms, and its domains (reference 4.5).</summary>
internal sealed class OrganizationConnectionEndpoints(TenantModel model)
{
    public void AddTo(RouteTable routes)
    {
        var read = ScopeRule.Any("read:organization_connections");
        routes.Get("organizations/{id}/enabled_connections", read, call => List(call, isWide: false), LimitGroup.OrganizationConnections);
        routes.Get("organizations/{id}/connections", read, call => List(call, isWide: true), LimitGroup.OrganizationConnections);
        routes.Get("organizations/{id}/discovery-domains", ScopeRule.Any("read:organization_discovery_domains", "read:organizations"), ListDomains);
    }

    private void List(ApiCall call, bool isWide)
    {
        if (!TryFind(call, out var organization))
        {
            return;
        }

        var enabled = OrganizationModel.ConnectionsOf(organization);
        PageAnswer.Write(call, isWide ? "connections" : "enabled_connections", PagingRules.Offset, enabled, (writer, connection) =>
        {
            writer.WriteStartObject();
            writer.WriteString("connection_id", model.Connections.IdAt(connection));
            writer.WriteBoolean("assign_membership_on_login", connection == OrganizationModel.AutomaticConnection);
            writer.WriteBoolean("show_as_button", true);
            writer.WriteBoolean("is_signup_enabled", connection == 0);
            if (isWide)
            {
                writer.WriteBoolean("is_enabled", true);
                writer.WriteString("organization_connection_name", Connections.NameAt(connection));
                writer.WriteString("organization_access_level", "none");
            }

            writer.WriteStartObject("connection");
            writer.WriteString("name", Connections.NameAt(connection));
            writer.WriteString("strategy", Connections.StrategyAt(connection));
            writer.WriteEndObject();
            writer.WriteEndObject();
        });
    }

    private void ListDomains(ApiCall call)
    {
        if (TryFind(call, out var organization))
        {
            int[] domains = model.Organizations.DomainOf(organization) is null ? [] : [organization];
            PageAnswer.Write(call, "domains", PagingRules.Checkpoint, domains, (writer, number) =>
            {
                writer.WriteStartObject();
                writer.WriteString("id", $"dom_{number:D16}");
                writer.WriteString("domain", model.Organizations.DomainOf(number));
                writer.WriteString("status", "verified");
                writer.WriteEndObject();
            });
        }
    }

    private bool TryFind(ApiCall call, out int organization)
    {
        organization = model.Organizations.Find(call.Values[0]);
        if (organization < 0)
        {
            call.NotFound("No organization found by that id or name");
        }

        return organization >= 0;
    }
}
