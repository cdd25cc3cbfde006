using System.Text.Json;
using Auth0Connector.MockTenant.Data;
using Auth0Connector.MockTenant.Http;
using Auth0Connector.MockTenant.Limits;
using Auth0Connector.MockTenant.Users;

namespace Auth0Connector.MockTenant.Endpoints.Writes;

/// <summary>Accounts: created, blocked, deleted, their sessions ended (reference, section 5).</summary>
internal sealed class AccountWrites(MockTenantOptions options, TenantModel model)
{
    public void AddTo(RouteTable routes)
    {
        var update = ScopeRule.Any("update:users");
        var end = ScopeRule.All("delete:sessions", "delete:refresh_tokens");
        routes.Write(model, "POST", "users", ScopeRule.Any("create:users"), LimitGroup.UserWrites, Create);
        routes.Write(model, "PATCH", "users/{id}", update, LimitGroup.UserWrites, Update);
        routes.Write(model, "DELETE", "users/{id}", ScopeRule.Any("delete:users"), LimitGroup.UserWrites, Delete);
        routes.Write(model, "POST", "users/{id}/revoke-access", end, LimitGroup.Other, EndAccess);
        routes.Write(model, "DELETE", "users/{id}/sessions", ScopeRule.Any("delete:sessions"), LimitGroup.Other, EndAccess);
        routes.Write(model, "DELETE", "users/{id}/refresh-tokens", ScopeRule.Any("delete:refresh_tokens"), LimitGroup.Other, EndAccess);
    }

    private void Create(ApiCall call, JsonElement body)
    {
        var problem = NewAccount.TryRead(body, options.Clock.GetUtcNow(), out var account);
        if (account is null)
        {
            call.InvalidBody(problem);
        }
        else if (IsTaken(account))
        {
            call.Fail(409, "The user already exists.", "auth0_idp_error");
        }
        else
        {
            var user = account.ToUser();
            model.Users.Changes.Create(user);
            call.Status = 201;
            OddUserJson.Append(call.Body, user, UserSelection.All);
        }
    }

    private bool IsTaken(NewAccount account) => model.Users.Find(account.Id) is >= 0 and var same && model.Users.Exists(same)
        ? true
        : model.Users.Existing.Any(index => account.IsLike(UserTruthOf(index)));

    private TruthUser UserTruthOf(int index) => Truth.UserTruth.Of(model.Users, index);

    private void Update(ApiCall call, JsonElement body)
    {
        if (!TryFind(call, out var user))
        {
            return;
        }

        if (body.EnumerateObject().Count() != 1 || !body.TryGetProperty("blocked", out var value) || value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            call.InvalidBody("The mock tenant changes nothing but 'blocked'.");
            return;
        }

        model.Users.Changes.SetBlocked(user, value.GetBoolean(), model.Users.TryGetOdd(user, out var odd) ? odd.With("blocked", value.Clone()) : null);
        model.UserJson.Append(call.Body, user, UserSelection.All);
    }

    // 204 also for somebody who is not there.
    private void Delete(ApiCall call, JsonElement body)
    {
        if (model.Users.Find(call.Values[0]) is >= 0 and var user && model.Users.Exists(user))
        {
            model.DeleteUser(user);
        }

        call.Done();
    }

    private void EndAccess(ApiCall call, JsonElement body)
    {
        if (TryFind(call, out _))
        {
            model.EndedAccess.Enqueue(call.Values[0]);
            call.Done(202);
        }
    }

    private bool TryFind(ApiCall call, out int user)
    {
        user = model.Users.Find(call.Values[0]);
        if (!model.Users.Exists(user))
        {
            call.NotFound("The user does not exist.", "inexistent_user");
            return false;
        }

        return true;
    }
}
