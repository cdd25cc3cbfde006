using Auth0Connector.MockTenant.Data;
using Auth0Connector.MockTenant.Http;
using Auth0Connector.MockTenant.Limits;
using Auth0Connector.MockTenant.Paging;

namespace Auth0Connector.MockTenant.Endpoints;

/// <summary><c>GET /users</c>.</summary>
internal sealed class UserListEndpoint(TenantModel model)
{
    private static readonly PagingRules Rules = PagingRules.Offset with
    {
        WritesLength = true,
        CapMessage = "You can only page through the first 1000 records. See https://auth0.com/docs/users/search/v3/view-search-results-by-page#limitation",
    };

    private readonly UserRows _users = new(model);

    public void AddTo(RouteTable routes) => routes.Get("users", ScopeRule.Any("read:users"), List, LimitGroup.Users);

    private void List(ApiCall call)
    {
        var selection = UserRows.Select(new FieldFilter(call.Target));
        Listing.Answer(call, "users", Rules, model.Users.Listed, (writer, user) => _users.Write(writer, user, selection));
    }
}
