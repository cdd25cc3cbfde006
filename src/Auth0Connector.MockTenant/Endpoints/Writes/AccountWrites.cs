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
            Remember(user.Id, body);
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

        if (body.TryGetProperty("password", out _))
        {
            SetPassword(call, user, body);
            return;
        }

        if (body.EnumerateObject().Count() != 1 || !body.TryGetProperty("blocked", out var value) || value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            call.InvalidBody("The mock tenant changes nothing but 'blocked' and 'password'.");
            return;
        }

        model.Users.Changes.SetBlocked(user, value.GetBoolean(), model.Users.TryGetOdd(user, out var odd) ? odd.With("blocked", value.Clone()) : null);
        model.UserJson.Append(call.Body, user, UserSelection.All);
    }

    private void SetPassword(ApiCall call, int user, JsonElement body)
    {
        var truth = UserTruthOf(user);
        if (body.EnumerateObject().Any(static property => property.Name is not ("password" or "connection") || property.Value.ValueKind != JsonValueKind.String))
        {
            call.InvalidBody("Payload validation error: 'Expected type string' on property password.");
        }
        else if (truth.Provider != "auth0" || (body.TryGetProperty("connection", out var connection) && connection.GetString() != truth.Connection))
        {
            call.InvalidBody("Cannot update password for non-database user.");
        }
        else if (body.GetProperty("password").GetString()!.Length < 8)
        {
            call.Fail(400, "PasswordStrengthError: Password is too weak", "auth0_idp_error");
        }
        else
        {
            Remember(truth.Id, body);
            model.UserJson.Append(call.Body, user, UserSelection.All);
        }
    }

    private void Remember(string id, JsonElement body)
    {
        if (body.TryGetProperty("password", out var password) && password.ValueKind == JsonValueKind.String)
        {
            model.Passwords[id] = password.GetString()!;
        }
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
