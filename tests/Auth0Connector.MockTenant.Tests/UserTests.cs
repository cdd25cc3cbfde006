using System.Net;

namespace Auth0Connector.MockTenant.Tests;

public sealed class UserTests
{
    [Fact]
    public async Task Everybody_of_the_truth_is_listed_once_and_found_by_id()
    {
        await using var tenant = await TenantClient.StartAsync();

        var listed = new List<string>();
        for (var page = 0; page < 9; page++)
        {
            var users = await tenant.GetAsync($"users?page={page}&per_page=100");
            listed.AddRange(users.EnumerateArray().Select(x => x.GetProperty("user_id").GetString()!));
        }

        Assert.Equal(900, listed.Count);
        Assert.Equal(tenant.Truth.Users.Select(x => x.Id), listed);
        Assert.Equal(900, listed.Distinct().Count());
        foreach (var id in listed.Take(60).Concat(listed.Where((_, index) => index % 29 == 0)))
        {
            var user = await tenant.GetAsync("users/" + Uri.EscapeDataString(id));
            Assert.Equal(id, user.GetProperty("user_id").GetString());
        }
    }

    [Fact]
    public async Task Unknown_person_is_404_inexistent_user()
    {
        await using var tenant = await TenantClient.StartAsync();

        var error = await tenant.GetErrorAsync("users/auth0%7Cnobody", HttpStatusCode.NotFound);

        Assert.Equal("inexistent_user", error.GetProperty("errorCode").GetString());
        Assert.Equal(404, error.GetProperty("statusCode").GetInt32());
    }

    [Fact]
    public async Task Escaped_percent_and_escaped_slash_are_two_people()
    {
        await using var tenant = await TenantClient.StartAsync();

        var percent = await tenant.GetAsync("users/auth0%7Ca%252Fb");
        var slash = await tenant.GetAsync("users/auth0%7Ca%2Fb");

        Assert.Equal("auth0|a%2Fb", percent.GetProperty("user_id").GetString());
        Assert.Equal("auth0|a/b", slash.GetProperty("user_id").GetString());
        Assert.NotEqual(percent.GetProperty("email").GetString(), slash.GetProperty("email").GetString());
    }
}
