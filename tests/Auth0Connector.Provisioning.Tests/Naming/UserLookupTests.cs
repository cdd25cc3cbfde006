using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.MockTenant;
using Auth0Connector.Provisioning.Lookups;

namespace Auth0Connector.Provisioning.Tests.Naming;

/// <summary>People choose their names: nobody is ever taken for the one whose address, number or id the name is.</summary>
public sealed class UserLookupTests
{
    public static TheoryData<string> Spellings =>
    [
        "cfo@example.com", "CFO@Example.com", " cfo@example.com ", "+15550100", "+1 (555) 01-00", "15550100", "0015550100", "auth0|cfo",
    ];

    [Theory]
    [MemberData(nameof(Spellings))]
    public async Task The_one_who_has_it_is_found_and_not_the_one_who_is_called_so(string text)
    {
        await using var tenant = await NamedTenant.StartAsync(NamedTenant.Impostor(text), NamedTenant.Cfo, NamedTenant.Impostor("Ada"));

        Assert.Equal("auth0|cfo", await NamedTenant.FindAsync(tenant, text));
    }

    [Theory]
    [MemberData(nameof(Spellings))]
    [InlineData("cfo\uFF20example.com")]
    [InlineData("Grace <cfo@example.com>")]
    [InlineData("somebody else")]
    public async Task Where_nobody_has_it_nobody_is_found_however_deaf_the_search_is(string text)
    {
        await using var tenant = await NamedTenant.StartAsync(text == "somebody else" ? NamedTenant.Impostor("Ada") : NamedTenant.Impostor(text));

        Assert.Null(await NamedTenant.FindAsync(tenant, text));
    }

    [Theory]
    [InlineData("Grace Hopper", "auth0|cfo")]
    [InlineData("grace hopper", "auth0|cfo")]
    [InlineData("Ops | on call", "auth0|impostor")]
    [InlineData("@ada", "auth0|impostor")]
    [InlineData("4711", "auth0|impostor")]
    public async Task A_name_is_looked_for_as_a_name(string text, string id)
    {
        await using var tenant = await NamedTenant.StartAsync(NamedTenant.Impostor(text == "Grace Hopper" || text == "grace hopper" ? "Ada" : text), NamedTenant.Cfo);

        Assert.Equal(id, await NamedTenant.FindAsync(tenant, text));
    }

    [Fact]
    public async Task An_answer_about_another_id_is_never_taken()
    {
        await using var tenant = await WritableTenant.StartAsync(new MockTenantOptions
        {
            Script = request => request.Endpoint switch
            {
                "GET /users/{id}" => MockFault.Json(NamedTenant.Cfo),
                "GET /roles/{id}" => MockFault.Json("""{"id":"rol_other","name":"Other"}"""),
                "GET /organizations/{id}" or "GET /organizations/name/{name}" => MockFault.Json("""{"id":"org_other","name":"other"}"""),
                _ => null,
            },
        });

        await OtherAsync(() => new UserLookup(tenant.Client).FindAsync("auth0|ada", default));
        await OtherAsync(() => new RoleLookup(tenant.Client).FindAsync("rol_asked", null, default));
        await OtherAsync(() => new OrganizationLookup(tenant.Client).FindAsync("org_asked", default));
        await OtherAsync(() => new OrganizationLookup(tenant.Client).FindAsync("asked", default));

        static async Task OtherAsync(Func<Task> find) =>
            Assert.Equal(ManagementApiErrorKind.BadAnswer, (await Assert.ThrowsAsync<ManagementApiException>(find)).Kind);
    }

    [Fact]
    public async Task Several_are_given_with_the_error_and_an_unverified_address_is_known()
    {
        const string Twin = """{"user_id":"google|twin","email":"CFO@example.com","name":"Grace"}""";
        await using var tenant = await NamedTenant.StartAsync(NamedTenant.Cfo, Twin);

        var several = await Assert.ThrowsAsync<ProvisioningException>(() => new UserLookup(tenant.Client).FindAsync("cfo@example.com", default));

        Assert.Equal(["auth0|cfo", "google|twin"], several.Candidates.Select(x => x.UserId!));
        Assert.False(UserLookup.IsUnverified("cfo@example.com", several.Candidates[0]));
        Assert.True(UserLookup.IsUnverified("cfo@example.com", several.Candidates[1]));
        Assert.False(UserLookup.IsUnverified("google|twin", several.Candidates[1]));
    }
}
