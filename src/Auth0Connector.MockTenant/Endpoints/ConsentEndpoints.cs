using System.Text.Json;
using Auth0Connector.MockTenant.Data;
using Auth0Connector.MockTenant.Endpoints.Writes;
using Auth0Connector.MockTenant.Http;
using Auth0Connector.MockTenant.Limits;
using Auth0Connector.MockTenant.Paging;

namespace Auth0Connector.MockTenant.Endpoints;

/// <summary>Consents of people: read by pages only, taken back one by one or all of somebody (reference 4.7 and 5).</summary>
internal sealed class ConsentEndpoints(TenantModel model)
{
    public void AddTo(RouteTable routes)
    {
        var delete = ScopeRule.Any("delete:grants");
        routes.Get("grants", ScopeRule.Any("read:grants"), List);
        routes.Write(model, "DELETE", "grants/{id}", delete, LimitGroup.Other, RevokeOne);
        routes.Write(model, "DELETE", "grants", delete, LimitGroup.Other, RevokeAll);
    }

    private void List(ApiCall call)
    {
        var query = call.Target;
        var rows = model.Consents.Existing.Select(model.Consents.At).Where(x =>
            (query["user_id"] is not { } user || x.UserId == user)
            && (query["client_id"] is not { } client || x.ClientId == client)
            && (query["audience"] is not { } audience || x.Audience == audience));
        PageAnswer.Write(call, "grants", PagingRules.Offset, rows, Write);
    }

    // The one place of the API that writes clientID.
    private static void Write(Utf8JsonWriter writer, TruthConsent consent)
    {
        writer.WriteStartObject();
        writer.WriteString("id", consent.Id);
        writer.WriteString("clientID", consent.ClientId);
        writer.WriteString("user_id", consent.UserId);
        writer.WriteString("audience", consent.Audience);
        writer.WriteStartArray("scope");
        foreach (var scope in consent.Scopes)
        {
            writer.WriteStringValue(scope);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    // 204 also for what is not there, as with people.
    private void RevokeOne(ApiCall call, JsonElement body)
    {
        if (model.Consents.Find(call.Values[0]) is >= 0 and var consent)
        {
            model.Consents.Revoke([consent]);
        }

        call.Done();
    }

    private void RevokeAll(ApiCall call, JsonElement body)
    {
        if (call.Target["user_id"] is not { Length: > 0 } user)
        {
            call.InvalidQuery("Query validation error: 'Missing required property: user_id'.");
            return;
        }

        model.Consents.Revoke(model.Consents.Existing.Where(consent => model.Consents.At(consent).UserId == user).ToList());
        call.Done();
    }
}
