using Auth0Connector.MockTenant.Data;
using Auth0Connector.MockTenant.Http;
using Auth0Connector.MockTenant.Paging;

namespace Auth0Connector.MockTenant.Endpoints;

/// <summary>Applications that an organization was given (reference 4.5), as auth0-deploy-cli asks for them.</summary>
internal sealed class OrganizationClientEndpoints(TenantModel model)
{
    public void AddTo(RouteTable routes) =>
        routes.Get("organizations/{id}/clients", ScopeRule.Any("read:organization_clients"), List);

    private void List(ApiCall call)
    {
        var organization = model.Organizations.Find(call.Values[0]);
        if (organization < 0)
        {
            call.NotFound("No organization found by that id or name");
            return;
        }

        var rules = PagingRules.Checkpoint with { LowersSize = true };
        PageAnswer.Write(call, "clients", rules, model.Clients.GivenTo(organization), (writer, client) =>
        {
            writer.WriteStartObject();
            writer.WriteString("client_id", model.Clients.IdAt(client));
            writer.WriteBoolean("use_for_member_access", true);
            writer.WriteStartObject("client");
            writer.WriteString("name", ClientModel.NameOf(client));
            writer.WriteString("app_type", ClientModel.TypeOf(client));
            writer.WriteBoolean("is_first_party", ClientModel.IsFirstParty(client));
            writer.WriteEndObject();
            writer.WriteEndObject();
        });
    }
}
