using Auth0Connector.Analysis.Listing;

namespace Auth0Connector.Analysis.Tests.Listing;

public sealed class ThingFinderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(ThingKind.User, "ADA@example.com", "auth0|ada")]
    [InlineData(ThingKind.User, "ada lovelace", "auth0|ada")]
    [InlineData(ThingKind.User, "auth0|ada", "auth0|ada")]
    [InlineData(ThingKind.Role, "admin", "rol_admin")]
    [InlineData(ThingKind.Organization, "ACME", "org_acme")]
    [InlineData(ThingKind.Group, "staff", "grp_staff")]
    [InlineData(ThingKind.Permission, "read:invoices", "https://billing/:read:invoices,https://other/:read:invoices")]
    [InlineData(ThingKind.Permission, "write:invoices", "https://billing/:write:invoices")]
    [InlineData(ThingKind.Permission, "Billing/read:invoices", "https://billing/:read:invoices")]
    [InlineData(ThingKind.User, "twin@example.com", "auth0|t1,auth0|t2")]
    [InlineData(ThingKind.User, "nobody", "")]
    [InlineData(ThingKind.Role, "acme", "")]
    public void A_name_finds_what_may_be_meant(ThingKind kind, string text, string expected)
    {
        var tenant = new SampleTenant().Person("auth0|t1", "Twin", "twin@example.com").Person("auth0|t2", "Twin", "twin@example.com");
        using var reader = SampleTenant.Open(tenant.Write(_folder.File("a.c1z")));
        using var list = new AccessList(reader, reader.CurrentSync!);

        var found = new ThingFinder(list).Find(kind, text, default);

        Assert.Equal(expected, string.Join(',', found.Select(resource => resource.Id.Resource)));
    }
}
