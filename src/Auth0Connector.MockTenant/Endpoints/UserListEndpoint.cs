using System.Text.Json;
using Auth0Connector.MockTenant.Data;
using Auth0Connector.MockTenant.Http;
using Auth0Connector.MockTenant.Limits;
using Auth0Connector.MockTenant.Paging;
using Auth0Connector.MockTenant.Search;

namespace Auth0Connector.MockTenant.Endpoints;

/// <summary><c>GET /users</c>, the search (reference 4.1).</summary>
internal sealed class UserListEndpoint(TenantModel model)
{
    // Longer queries get 414 (auth0.com/docs, list and search users).
    private const int MaximumQuery = 8000;

    private static readonly PagingRules Rules = PagingRules.Offset with
    {
        WritesLength = true,
        CapMessage = "You can only page through the first 1000 records. See https://auth0.com/docs/users/search/v3/view-search-results-by-page#limitation",
    };

    private readonly UserRows _users = new(model);
    private readonly UserSearch _search = new(model.Users);

    public void AddTo(RouteTable routes) => routes.Get("users", ScopeRule.Any("read:users"), List, LimitGroup.Users);

    private void List(ApiCall call)
    {
        var query = call.Target["q"] ?? "";
        if (call.Target["search_engine"] is not (null or "v3"))
        {
            call.Fail(400, "You are not allowed to use search_engine=v1 or v2.", "operation_not_supported");
            return;
        }

        if (query.Length > MaximumQuery)
        {
            call.Fail(414, "Request-URI Too Large");
            return;
        }

        if (!PageRequest.TryRead(call, Rules, out var page))
        {
            return;
        }

        try
        {
            var result = _search.Find(query, call.Target["sort"]);
            var selection = UserRows.Select(new FieldFilter(call.Target));
            var reachable = Math.Min(result.Total, 1000);
            PageAnswer.Write(call, "users", Rules, page, reachable, result.Total, WriteRow);

            void WriteRow(Utf8JsonWriter writer, int row) => _users.Write(writer, result.At(row), selection);
        }
        catch (FormatException problem)
        {
            call.InvalidQuery(problem.Message);
        }
    }
}
