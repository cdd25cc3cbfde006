using System.Net;

namespace Auth0Connector.MockTenant.Tests.Writes;

public sealed class AccountWriteTests
{
    [Fact]
    public async Task An_account_is_created_once_and_found_everywhere()
    {
        await using var tenant = await WritingTenant.StartAsync();
        const string Body = """{"connection":"Username-Password-Authentication","email":"new.person@acme.example","name":"New Person","password":"Zx9!zzzzzz"}""";

        var created = await tenant.WriteAsync("POST", "users", Body);
        var again = await tenant.WriteAsync("POST", "users", Body);

        Assert.Equal(HttpStatusCode.Created, created.Status);
        Assert.DoesNotContain("Zx9", created.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        var person = Assert.Single(tenant.Truth.Users, x => x.Email == "new.person@acme.example");
        Assert.Equal("Username-Password-Authentication", person.Connection);
        var found = await tenant.GetAsync("users-by-email?email=new.person%40acme.example");
        Assert.Equal(person.Id, Assert.Single(found.EnumerateArray()).GetProperty("user_id").GetString());
        var searched = await tenant.GetAsync("users?q=email%3A%22new.person%40acme.example%22");
        Assert.Single(searched.EnumerateArray());
        Assert.Equal("New Person", (await tenant.GetAsync($"users/{WritingTenant.Path(person.Id)}")).GetProperty("name").GetString());
        Assert.Equal(901, (await tenant.GetAsync("users?per_page=1&include_totals=true")).GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("""{"connection":"google-oauth2","email":"a@b.example"}""")]
    [InlineData("""{"connection":"nothing","email":"a@b.example"}""")]
    [InlineData("""{"connection":"Username-Password-Authentication","email":"a@b.example"}""")]
    [InlineData("""{"connection":"sms","email":"a@b.example"}""")]
    public async Task What_cannot_be_created_is_refused(string body)
    {
        await using var tenant = await WritingTenant.StartAsync();

        Assert.Equal("invalid_body", (await tenant.WriteAsync("POST", "users", body)).Code);
        Assert.Equal(900, tenant.Truth.UserCount);
    }

    [Fact]
    public async Task Blocking_is_seen_of_ordinary_and_odd_people()
    {
        await using var tenant = await WritingTenant.StartAsync();
        foreach (var user in new[] { tenant.Truth.Users.First(x => !x.Blocked).Id, tenant.Truth.Users.Last(x => !x.Blocked).Id })
        {
            var blocked = await tenant.WriteAsync("PATCH", $"users/{WritingTenant.Path(user)}", """{"blocked":true}""");

            Assert.Contains("\"blocked\":true", blocked.Body, StringComparison.Ordinal);
            Assert.True(tenant.Truth.Users.Single(x => x.Id == user).Blocked);
            await tenant.WriteAsync("PATCH", $"users/{WritingTenant.Path(user)}", """{"blocked":false}""");
            Assert.False(tenant.Truth.Users.Single(x => x.Id == user).Blocked);
        }
    }

    [Fact]
    public async Task A_password_is_set_for_people_of_a_database_only()
    {
        await using var tenant = await WritingTenant.StartAsync();
        var person = tenant.Truth.Users.First(x => x.Provider == "auth0");
        var other = tenant.Truth.Users.First(x => x.Provider == "google-oauth2");
        var body = $$"""{"password":"Zx9!zzzzzz","connection":"{{person.Connection}}"}""";

        var set = await tenant.WriteAsync("PATCH", $"users/{WritingTenant.Path(person.Id)}", body);

        Assert.Equal(HttpStatusCode.OK, set.Status);
        Assert.DoesNotContain("Zx9", set.Body, StringComparison.Ordinal);
        Assert.Equal("Zx9!zzzzzz", tenant.Truth.PasswordOf(person.Id));
        Assert.Equal("invalid_body", (await tenant.WriteAsync("PATCH", $"users/{WritingTenant.Path(other.Id)}", body)).Code);
        Assert.Equal("invalid_body", (await tenant.WriteAsync("PATCH", $"users/{WritingTenant.Path(person.Id)}", """{"password":7}""")).Code);
        Assert.Equal("auth0_idp_error", (await tenant.WriteAsync("PATCH", $"users/{WritingTenant.Path(person.Id)}", """{"password":"short"}""")).Code);
        Assert.Equal("Zx9!zzzzzz", tenant.Truth.PasswordOf(person.Id));
        Assert.Null(tenant.Truth.PasswordOf(other.Id));
    }

    [Fact]
    public async Task Deleting_takes_everything_held_and_answers_204_also_for_nobody()
    {
        await using var tenant = await WritingTenant.StartAsync();
        var user = tenant.Truth.RoleAssignments.Last().UserId;

        Assert.Equal(HttpStatusCode.NoContent, (await tenant.WriteAsync("DELETE", $"users/{WritingTenant.Path(user)}", "")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await tenant.WriteAsync("DELETE", $"users/{WritingTenant.Path(user)}", "")).Status);

        Assert.DoesNotContain(tenant.Truth.Users, x => x.Id == user);
        Assert.DoesNotContain(tenant.Truth.RoleAssignments, x => x.UserId == user);
        Assert.DoesNotContain(tenant.Truth.Memberships, x => x.UserId == user);
        using var gone = await tenant.SendAsync($"users/{WritingTenant.Path(user)}");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Equal(899, (await tenant.GetAsync("users?per_page=1&include_totals=true")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Ended_sessions_are_in_the_truth()
    {
        await using var tenant = await WritingTenant.StartAsync();
        var user = tenant.Truth.Users.Last().Id;

        Assert.Equal(HttpStatusCode.Accepted, (await tenant.WriteAsync("POST", $"users/{WritingTenant.Path(user)}/revoke-access", "{}")).Status);
        Assert.Equal([new TruthEndedAccess(user)], tenant.Truth.EndedAccess);
        Assert.Equal("inexistent_user", (await tenant.WriteAsync("POST", "users/auth0%7Cnobody/revoke-access", "{}")).Code);
    }

    [Fact]
    public async Task A_lost_answer_is_a_write_that_happened()
    {
        await using var tenant = await WritingTenant.StartAsync(new MockTenantOptions { Script = request => request.Method == "POST" && request.Endpoint != "POST /oauth/token" ? MockFault.LostAnswer() : null });
        var role = tenant.Truth.Roles.First().Id;
        var user = tenant.Truth.Users.First().Id;

        await Assert.ThrowsAsync<HttpRequestException>(() => tenant.WriteAsync("POST", $"users/{WritingTenant.Path(user)}/roles", $$"""{"roles":["{{role}}"]}"""));

        Assert.Contains(new TruthRoleAssignment(role, user), tenant.Truth.RoleAssignments);
    }
}
