using System.Text.Json;
using Auth0Connector.MockTenant.Data;
using Auth0Connector.MockTenant.Http;
using Auth0Connector.MockTenant.Limits;

namespace Auth0Connector.MockTenant.Endpoints.Writes;

/// <summary>Roles that are deleted, and with them whatever was held by them (reference, section 5).</summary>
internal sealed class RoleDeletion(TenantModel model)
{
    public void AddTo(RouteTable routes) =>
        routes.Write(model, "DELETE", "roles/{id}", ScopeRule.Any("delete:roles"), LimitGroup.Other, Delete);

    private void Delete(ApiCall call, JsonElement body)
    {
        var role = model.Roles.Find(call.Values[0]);
        if (role < 0)
        {
            call.NotFound("The role does not exist.", "inexistent_role");
            return;
        }

        model.Roles.Delete(role);
        call.DoneWithEmptyObject(200);
    }
}
