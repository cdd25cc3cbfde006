using System.Text.Json;
using Auth0Connector.MockTenant.Data;
using Auth0Connector.MockTenant.Endpoints.Writes;
using Auth0Connector.MockTenant.Http;
using Auth0Connector.MockTenant.Limits;
using Auth0Connector.MockTenant.Paging;

namespace Auth0Connector.MockTenant.Endpoints;

/// <summary>Client grants that organizations were given (reference 4.5, 4.7 and 5).</summary>
internal sealed class OrganizationGrantEndpoints(TenantModel model)
{
    private const int Most = 100;

    public void AddTo(RouteTable routes)
    {
        var read = ScopeRule.Any("read:organization_client_grants");
        routes.Get("organizations/{id}/client-grants", read, List, LimitGroup.OrganizationClientGrants);
        routes.Get("client-grants/{id}/organizations", read, ListOrganizations);
        routes.Write(model, "POST", "organizations/{id}/client-grants", ScopeRule.Any("create:organization_client_grants"), LimitGroup.Other, Add);
        routes.Write(model, "DELETE", "organizations/{id}/client-grants/{grant_id}", ScopeRule.Any("delete:organization_client_grants"), LimitGroup.Other, Remove);
    }

    private void List(ApiCall call)
    {
        if (TryFind(call, out var organization))
        {
            PageAnswer.Write(call, "client_grants", PagingRules.Offset, model.Clients.OfOrganization(organization), (writer, grant) => Write(writer, "id", grant));
        }
    }

    private void ListOrganizations(ApiCall call)
    {
        var grant = model.Clients.FindGrant(call.Values[0]);
        if (grant < 0)
        {
            call.NotFound("The client grant does not exist.");
            return;
        }

        var given = model.Organizations.Existing
            .Where(organization => model.Clients.OrganizationChanges.Now(organization, MemberSet.Empty).IndexOf(grant) >= 0);
        PageAnswer.Write(call, "organizations", PagingRules.Both, given, (writer, organization) => OrganizationRows.Write(writer, model, organization));
    }

    // Unlike everywhere else the reply names it grant_id.
    private void Add(ApiCall call, JsonElement body)
    {
        if (!TryFind(call, out var organization))
        {
            return;
        }

        if (!body.TryGetProperty("grant_id", out var id) || id.ValueKind != JsonValueKind.String)
        {
            call.InvalidBody("Payload validation error: 'Missing required property: grant_id'.");
            return;
        }

        var grant = model.Clients.FindGrant(id.GetString());
        var given = model.Clients.OrganizationChanges.Now(organization, MemberSet.Empty);
        if (grant < 0)
        {
            call.NotFound("The client grant does not exist.");
        }
        else if (given.IndexOf(grant) >= 0 || given.Count >= Most)
        {
            call.Fail(409, given.Count >= Most ? $"An organization can have at most {Most} client grants." : "The organization has this client grant already.");
        }
        else
        {
            model.Clients.OrganizationChanges.Change(organization, MemberSet.Empty, [grant], []);
            call.Status = 201;
            call.WriteJson(writer => Write(writer, "grant_id", model.Clients.Grants()[grant]));
        }
    }

    private void Remove(ApiCall call, JsonElement body)
    {
        if (TryFind(call, out var organization))
        {
            model.Clients.OrganizationChanges.Change(organization, MemberSet.Empty, [], [model.Clients.FindGrant(call.Values[1])]);
            call.Done();
        }
    }

    private static void Write(Utf8JsonWriter writer, string idName, ClientGrant grant)
    {
        writer.WriteStartObject();
        writer.WriteString(idName, grant.Id);
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
        writer.WriteString("organization_usage", "allow");
        writer.WriteBoolean("allow_any_organization", false);
        writer.WriteEndObject();
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
