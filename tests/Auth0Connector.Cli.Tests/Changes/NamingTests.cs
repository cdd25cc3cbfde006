using Auth0Connector.Cli.Run;
using Auth0Connector.MockTenant;

namespace Auth0Connector.Cli.Tests.Changes;

/// <summary>Whoever is named is the one who is meant, or nobody.</summary>
public sealed class NamingTests
{
    private const string Cfo = """{"user_id":"auth0|cfo","email":"cfo@example.com","email_verified":true,"phone_number":"+15550100","name":"Grace"}""";
    private const string Impostor = """{"user_id":"auth0|impostor","email":"x@example.org","name":"cfo@example.com","username":"auth0|cfo","nickname":"+15550100"}""";

    [Theory]
    [InlineData("cfo@example.com")]
    [InlineData("+15550100")]
    [InlineData("auth0|cfo")]
    public async Task Nobody_is_taken_for_the_one_whose_address_is_their_name(string who)
    {
        await using var workspace = await WithAsync([Impostor]);
        var role = workspace.Truth.Roles.Last().Id;
        string[][] commands =
        [
            ["grant", "--user", who, "--role", role], ["revoke", "--user", who, "--role", role],
            ["account", "disable", "--user", who], ["account", "enable", "--user", who], ["account", "delete", "--user", who, "--yes"],
        ];

        foreach (var command in commands)
        {
            var result = await workspace.RunAsync(command);

            // Deleting an id that is gone is no mistake; nobody else is deleted for it.
            Assert.Equal(command[1] == "delete" && who == "auth0|cfo" ? 0 : 2, result.ExitCode);
        }

        Assert.Empty(workspace.Writes);
    }

    [Fact]
    public async Task An_address_that_is_not_verified_is_said()
    {
        await using var workspace = await WithAsync([Cfo.Replace("true", "false", StringComparison.Ordinal)]);

        var result = await workspace.RunAsync("account", "delete", "--user", "cfo@example.com", "--dry-run");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("warning: the address cfo@example.com is not verified in the tenant", result.Error, StringComparison.Ordinal);
        Assert.Contains("Grace, cfo@example.com (auth0|cfo)", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("warning", (await workspace.RunAsync("account", "delete", "--user", "auth0|cfo", "--dry-run")).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2", true, 0)]
    [InlineData("", true, 2)]
    [InlineData("3", true, 2)]
    [InlineData("2", false, 2)]
    public async Task Several_are_shown_as_a_table_and_chosen_at_a_terminal_only(string answer, bool isTerminal, int code)
    {
        await using var workspace = await WithAsync([Cfo, """{"user_id":"google|cfo","email":"cfo@example.com","last_login":"2026-03-04T05:06:07.000Z","identities":[{"connection":"google-oauth2"}]}"""]);
        using var output = new StringWriter();
        using var error = new StringWriter();
        var host = workspace.Files.Host(output, error) with { InIsTerminal = isTerminal, ReadLine = () => answer };
        using var session = new Session(host with { ErrorIsTerminal = isTerminal });

        var exit = await CommandLine.RunAsync(["account", "disable", "--user", "cfo@example.com", "--dry-run"], session);

        Assert.Equal(code, exit);
        Assert.All(["auth0|cfo", "google|cfo", "google-oauth2", "2026-03-04 05:06:07Z", "never"], text => Assert.Contains(text, error.ToString(), StringComparison.Ordinal));
        Assert.Equal(code == 0, output.ToString().Contains("would send PATCH /api/v2/users/google%7Ccfo {\"blocked\":true}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_probably_meant_is_said_of_roles_and_organizations()
    {
        await using var workspace = await ChangeWorkspace.StartAsync();
        var role = workspace.Truth.Roles.Last(x => x.Name.Length > 5).Name;
        var organization = workspace.Truth.Organizations.First();

        var ofRole = await workspace.RunAsync("grant", "--user", "x", "--role", role + "x");
        var ofOrganization = await workspace.RunAsync("grant", "--user", "x", "--organization", organization.Name + "x");

        Assert.Contains($"; did you mean '{role}'?", ofRole.ErrorLine, StringComparison.Ordinal);
        Assert.Contains("; did you mean '", ofOrganization.ErrorLine, StringComparison.Ordinal);
        Assert.Equal((2, 2), (ofRole.ExitCode, ofOrganization.ExitCode));
    }

    private static Task<ChangeWorkspace> WithAsync(IReadOnlyList<string> people) => ChangeWorkspace.StartAsync(new MockTenantOptions
    {
        Script = request => request.Endpoint switch
        {
            "GET /users" => MockFault.Json($$"""{"start":0,"limit":50,"length":{{people.Count}},"total":{{people.Count}},"users":[{{string.Join(',', people)}}]}"""),
            "GET /users-by-email" => MockFault.Json($"[{string.Join(',', people)}]"),
            "GET /users/{id}" => people.FirstOrDefault(person => person.Contains($"\"user_id\":\"{Uri.UnescapeDataString(request.Path.Split('/')[^1])}\"", StringComparison.Ordinal)) is { } found
                ? MockFault.Json(found)
                : MockFault.Json("""{"statusCode":404,"error":"Not Found","message":"The user does not exist.","errorCode":"inexistent_user"}""", 404),
            _ => null,
        },
    });
}
