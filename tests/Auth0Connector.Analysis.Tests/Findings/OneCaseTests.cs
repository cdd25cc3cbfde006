using Auth0Connector.AccessFile.Messages;
using Auth0Connector.Analysis.Findings;
using Auth0Connector.Analysis.Findings.Rules;
using Auth0Connector.Analysis.Listing;
using Auth0Connector.Analysis.Model;
using Google.Protobuf.WellKnownTypes;

namespace Auth0Connector.Analysis.Tests.Findings;

/// <summary>A tenant about which no rule has anything to say, and with exactly one case of exactly one rule.</summary>
public sealed class OneCaseTests : IDisposable
{
    private const string Scope = "https://billing/:read:invoices";

    private readonly TempFolder _folder = new();

    public static TheoryData<string> Rules => [.. FindingSearch.Rules.Select(rule => rule.Id)];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_tenant_in_order_has_no_findings() => Assert.Empty(Search(Calm()));

    [Theory]
    [MemberData(nameof(Rules))]
    public void One_case_is_one_row_of_one_rule(string rule)
    {
        var (tenant, met) = Case(rule);

        var finding = Assert.Single(Search(tenant));

        Assert.Equal(rule, finding.Rule.Id);
        Assert.Equal(met, finding.Rows.Select(row => row.Id).Order(StringComparer.Ordinal));
        Assert.All(finding.Rows, row => Assert.NotEmpty(row.Name));
        Assert.NotEmpty(finding.Words);
        Assert.NotEmpty(finding.Rule.Why);
        Assert.NotEmpty(finding.Rule.Remedy);
    }

    [Fact]
    public void What_is_just_inside_a_threshold_is_no_case()
    {
        Assert.Empty(Search(Calm().Trait("auth0|bob", trait => trait.LastLogin = Ago(89))));
        Assert.Empty(Search(Calm().Trait("auth0|bob", trait => trait.LastLogin = null).Change("auth0|bob", person => person.CreatedAt = Ago(29))));
        Assert.Empty(Search(Heavy(roles: 7, peers: 6)));
        Assert.Empty(Search(Heavy(roles: 8, peers: 4)));
    }

    [Fact]
    public void Without_an_address_or_without_power_nothing_needs_to_be_verified()
    {
        Assert.Empty(Search(Calm().Change("auth0|bob", Unverified)));
        Assert.Empty(Search(Calm().Thing("role", "rol_admin", "Admin", "assigned").Grant("role:rol_admin:assigned", "user", "auth0|bob")));
    }

    private static (SampleTenant Tenant, string[] Met) Case(string rule) => rule switch
    {
        "blocked-with-access" => (Calm().Change("auth0|bob", person => person.Status = new Status { Status_ = Status.Types.ResourceStatus.Disabled }), ["auth0|bob"]),
        "unverified-privileged" => (Calm().Thing("role", "rol_admin", "Billing Administrator", "assigned").Grant("role:rol_admin:assigned", "user", "auth0|bob").Change("auth0|bob", Unverified), ["auth0|bob"]),
        "all-scopes-applications" => (
            Calm().Thing("client", "app", "Robot").Grant($"scope:{Scope}:granted", "client", "app")
                .Metadata(new ProfileBuilder().Add("subject_types", new ProfileBuilder().Add("client", new ProfileBuilder().Add("allow_all_scopes", true)))),
            ["app"]),
        "inactive-with-access" => (Calm().Trait("auth0|bob", trait => trait.LastLogin = Ago(91)), ["auth0|bob"]),
        "never-signed-in" => (Calm().Trait("auth0|bob", trait => trait.LastLogin = null).Change("auth0|bob", person => person.CreatedAt = Ago(31)), ["auth0|bob"]),
        "direct-permissions" => (Calm().Grant($"scope:{Scope}:granted", "user", "auth0|bob"), ["auth0|bob"]),
        "over-entitled" => (Heavy(roles: 8, peers: 6), ["auth0|bob"]),
        "several-accounts" => (Calm().Person("google|bob", "Bob", "BOB@example.com", lastLogin: Ago(1).Seconds), ["auth0|bob", "google|bob"]),
        "empty-roles" => (Calm().Thing("role", "rol_idle", "Idle", "assigned"), ["rol_idle"]),
        "empty-organizations" => (Calm().Thing("organization", "org_none", "none", "member"), ["org_none"]),
        "identical-roles" => (
            Calm().Thing("role", "rol_other", "Bookkeeper", "assigned").Grant($"scope:{Scope}:granted", "role", "rol_other", passesOn: "role:rol_other:assigned").Grant("role:rol_other:assigned", "user", "auth0|bob"),
            ["rol_other"]),
        "unused-apis" => (
            Calm().Thing("client", "app", "Robot").Thing("resource_server", "https://idle/", "Idle API").Thing("scope", "https://idle/:read:dust", "Idle/read:dust", "granted")
                .Change("https://idle/:read:dust", scope => scope.ParentResourceId = new ResourceId { ResourceType = "resource_server", Resource = "https://idle/" }),
            ["https://idle/"]),
        _ => throw new InvalidOperationException($"no case for the rule {rule}"),
    };

    // Ada and Bob were here yesterday, are verified, and hold one role with one permission, and one organization.
    private static SampleTenant Calm()
    {
        var tenant = new SampleTenant(isEmpty: true)
            .Thing("role", "rol_reader", "Reader", "assigned")
            .Thing("organization", "org_acme", "acme", "member")
            .Thing("scope", Scope, "Billing/read:invoices", "granted")
            .Grant($"scope:{Scope}:granted", "role", "rol_reader", passesOn: "role:rol_reader:assigned");
        foreach (var name in new[] { "ada", "bob" })
        {
            tenant.Person($"auth0|{name}", name, $"{name}@example.com", lastLogin: Ago(1).Seconds)
                .Change($"auth0|{name}", person => person.Profile = new ProfileBuilder().Add("email_verified", true).Build())
                .Grant("organization:org_acme:member", "user", $"auth0|{name}");
        }

        return tenant.Grant("role:rol_reader:assigned", "user", "auth0|ada");
    }

    // Bob holds so many roles more than each of his peers.
    private static SampleTenant Heavy(int roles, int peers)
    {
        var tenant = Calm();
        for (var role = 1; role < roles; role++)
        {
            tenant.Thing("role", $"rol_{role}", $"Role {role}", "assigned").Grant($"role:rol_{role}:assigned", "user", "auth0|bob");
        }

        for (var peer = 2; peer < peers; peer++)
        {
            tenant.Person($"auth0|{peer}", $"Peer {peer}", $"peer{peer}@example.com", lastLogin: Ago(1).Seconds).Grant("organization:org_acme:member", "user", $"auth0|{peer}");
        }

        return tenant;
    }

    private static void Unverified(Resource person) => person.Profile = new ProfileBuilder().Add("email_verified", false).Build();

    private static Timestamp Ago(int days) => Timestamp.FromDateTimeOffset(TimeProvider.System.GetUtcNow().AddDays(-days));

    private IReadOnlyList<Finding> Search(SampleTenant tenant)
    {
        using var reader = SampleTenant.Open(tenant.Write(_folder.File(Guid.NewGuid().ToString("N") + ".db")));
        using var list = new AccessList(reader, reader.CurrentSync!);
        var model = AccessModel.Load(list, CancellationToken.None);
        var options = new FindingOptions();
        return FindingSearch.In(model, new Privilege(model, options.Privileged), options, CancellationToken.None);
    }
}
