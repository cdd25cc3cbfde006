using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Auth0Connector.MockTenant.Churn;
using Auth0Connector.MockTenant.Data;
using Auth0Connector.MockTenant.Dialects;
using Auth0Connector.MockTenant.Http;
using Auth0Connector.MockTenant.Limits;
using Auth0Connector.MockTenant.Tokens;
using Auth0Connector.MockTenant.Truth;

namespace Auth0Connector.MockTenant.Endpoints;

/// <summary>What tests ask of the mock itself, outside the API: no token, no limit, not counted.</summary>
internal sealed class ControlEndpoints(TenantModel model, TenantTruth truth, RequestLog log, RateLimits limits, TokenStore tokens, DialectTenant dialects, ChurnSchedule churn)
{
    private const int FlushAbove = 64 * 1024;

    public void AddTo(RouteTable routes)
    {
        routes.Get("requests", ScopeRule.None, GetRequests);
        routes.Get("requests/recent", ScopeRule.None, call => Stream(call, log.Recent, TruthJson.Default.RecordedRequest));
        routes.Get("truth/{kind}", ScopeRule.None, GetTruth);
        routes.Add(Post("reset", () =>
        {
            log.Reset();
            limits.Reset();
            model.Reset();
            dialects.Reset();
            churn.Reset();
        }));
        routes.Add(Post("revoke-tokens", tokens.Revoke));
    }

    private static Route Post(string template, Action act) => new("POST", template, ScopeRule.None, LimitGroup.Other, (call, _) =>
    {
        act();
        call.Status = 204;
        call.ContentType = null;
        return Task.CompletedTask;
    });

    private void GetRequests(ApiCall call) => call.WriteJson(writer =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("total", log.Total);
        writer.WriteNumber("in_flight", log.InFlight);
        writer.WriteNumber("highest_in_flight", log.HighestInFlight);
        writer.WriteNumber("refusals", log.Refusals);
        writer.WriteNumber("faults", log.Faults);
        writer.WriteNumber("tokens_issued", tokens.Issued);
        writer.WriteStartObject("by_endpoint");
        foreach (var (endpoint, count) in log.ByEndpoint)
        {
            writer.WriteNumber(endpoint, count);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    });

    private void GetTruth(ApiCall call)
    {
        if (call.Target["span"] is { } span && SpanEndpoint.TryAnswer(call, truth, span))
        {
            return;
        }

        var json = TruthJson.Default;
        switch (call.Values[0])
        {
            case "users": Stream(call, truth.Users, json.TruthUser); break;
            case "roles": Stream(call, truth.Roles, json.TruthRole); break;
            case "organization-owned-roles": Stream(call, truth.OrganizationOwnedRoles, json.TruthRole); break;
            case "organizations": Stream(call, truth.Organizations, json.TruthOrganization); break;
            case "role-assignments": Stream(call, truth.RoleAssignments, json.TruthRoleAssignment); break;
            case "memberships": Stream(call, truth.Memberships, json.TruthMembership); break;
            case "groups": Stream(call, truth.Groups, json.TruthGroup); break;
            case "group-members": Stream(call, truth.GroupMembers, json.TruthGroupMember); break;
            case "group-roles": Stream(call, truth.GroupRoles, json.TruthGroupRole); break;
            case "organization-group-roles": Stream(call, truth.OrganizationGroupRoles, json.TruthOrganizationGroupRole); break;
            case "resource-servers": Stream(call, truth.ResourceServers, json.TruthResourceServer); break;
            case "scopes": Stream(call, truth.Scopes, json.TruthScope); break;
            case "role-permissions": Stream(call, truth.RolePermissions, json.TruthRoleScope); break;
            case "organization-owned-role-permissions": Stream(call, truth.OrganizationOwnedRolePermissions, json.TruthRoleScope); break;
            case "automatic-memberships": Stream(call, truth.AutomaticMemberships, json.TruthAutomaticMembership); break;
            case "user-permissions": Stream(call, truth.UserPermissions, json.TruthUserScope); break;
            case "ended-access": Stream(call, truth.EndedAccess, json.TruthEndedAccess); break;
            case "clients": Stream(call, truth.Clients, json.TruthClient); break;
            case "client-grants": Stream(call, truth.ClientGrants, json.TruthClientGrant); break;
            case "organization-client-grants": Stream(call, truth.OrganizationClientGrants, json.TruthOrganizationClientGrant); break;
            case "consents": Stream(call, truth.Consents, json.TruthConsent); break;
            case "connections": Stream(call, truth.Connections, json.TruthConnection); break;
            case "connection-clients": Stream(call, truth.ConnectionClients, json.TruthConnectionClient); break;
            case "organization-connections": Stream(call, truth.OrganizationConnections, json.TruthOrganizationConnection); break;
            case "organization-domains": Stream(call, truth.OrganizationDomains, json.TruthOrganizationDomain); break;
            case "organization-clients": Stream(call, truth.OrganizationClients, json.TruthOrganizationClient); break;
            default: call.NotFound($"No such kind of truth: {call.Values[0]}"); break;
        }
    }

    internal static void Stream<T>(ApiCall call, IEnumerable<T> rows, JsonTypeInfo<T> type)
    {
        call.ContentType = "application/x-ndjson";
        call.Stream = async (stream, cancellationToken) =>
        {
            var buffer = new Utf8Buffer(FlushAbove * 2);
            foreach (var row in rows)
            {
                using (var writer = new Utf8JsonWriter(buffer))
                {
                    JsonSerializer.Serialize(writer, row, type);
                }

                buffer.Append((byte)'\n');
                if (buffer.Length > FlushAbove)
                {
                    await stream.WriteAsync(buffer.WrittenMemory, cancellationToken);
                    buffer.Clear();
                }
            }

            await stream.WriteAsync(buffer.WrittenMemory, cancellationToken);
        };
    }
}
