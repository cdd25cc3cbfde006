using System.Security.Cryptography;
using System.Text;
using Auth0Connector.Cli.MockTenant;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;
using Auth0Connector.Cli.Tests.Support;
using Auth0Connector.MockTenant;

namespace Auth0Connector.Cli.Tests.Settings;

public sealed class MockTenantSettingTests : IDisposable
{
    // A clock, a script and changes at exact requests cannot be written on a command line.
    private static readonly string[] OnlyInCode =
        [nameof(MockTenantOptions.Clock), nameof(MockTenantOptions.Script), nameof(MockTenantOptions.Changes)];

    private readonly Workspace _workspace = new();

    [Fact]
    public void Every_option_of_the_mock_tenant_has_a_flag_that_sets_it_and_nothing_else()
    {
        var set = new List<string>();
        var usual = Read();
        foreach (var setting in MockTenantFlags.Tenant)
        {
            var given = new Dictionary<string, SettingValue>(StringComparer.Ordinal) { [setting.Name] = Given(setting) };
            if (setting == MockTenantFlags.Burst)
            {
                given[MockTenantFlags.RateLimit.Name] = Given(MockTenantFlags.RateLimit);
            }

            var changed = Different(usual, Read(given)).ToList();
            if (setting == MockTenantFlags.Burst)
            {
                Assert.True(changed.Remove(nameof(MockTenantOptions.RateLimitPerSecond)));
            }

            set.Add(Assert.Single(changed));
        }

        Assert.Equal(
            typeof(MockTenantOptions).GetProperties().Select(property => property.Name).Except(OnlyInCode).Order(),
            set.Order());
    }

    [Fact]
    public void Without_flags_the_tenant_is_the_usual_one_but_for_its_port()
    {
        Assert.Equal([nameof(MockTenantOptions.Port)], Different(new MockTenantOptions(), Read()));
    }

    [Fact]
    public void Every_flag_of_the_mock_tenant_is_documented()
    {
        var text = new StringBuilder("| Flag | Default | Meaning |\n|---|---|---|\n");
        foreach (var setting in MockTenantFlags.Tenant)
        {
            var usual = setting.DefaultInWords ?? (setting.Kind == SettingKind.Switch ? "off" : $"`{setting.Default}`");
            text.Append($"| `--{setting.Name}` | {usual} | {setting.Help} |\n");
        }

        Approved.CheckPart("docs/mock-tenant.md", "options", text.ToString());
    }

    [Theory]
    [InlineData("bare-pagse", "--dialect: 'bare-pagse' is no known dialect; did you mean 'bare-pages'?")]
    [InlineData("bare-pages@rolls", "--dialect: 'rolls' is no known listing; did you mean 'roles'?")]
    [InlineData("bare-pages@role-groups", "--dialect: 'bare-pages' has no meaning at 'role-groups'; it is for every list by number")]
    [InlineData("zzzzzzzzzzzzz", "--dialect: 'zzzzzzzzzzzzz' is no known dialect; give one of ")]
    public void A_dialect_that_is_not_there_is_refused_with_what_was_probably_meant(string given, string message)
    {
        var flags = new Dictionary<string, SettingValue>(StringComparer.Ordinal) { ["dialect"] = Value(MockTenantFlags.Dialects, given) };

        Assert.StartsWith(message, Assert.Throws<UsageException>(() => Read(flags)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("read:users read:roles")]
    [InlineData("read:users,read:roles")]
    [InlineData(" read:users,  read:roles ")]
    public void Scopes_may_be_separated_by_blanks(string given)
    {
        var flags = new Dictionary<string, SettingValue>(StringComparer.Ordinal) { ["scopes"] = Value(MockTenantFlags.Scopes, given) };

        Assert.Equal(["read:users", "read:roles"], Read(flags).Scopes);
    }

    [Fact]
    public void Several_dialects_can_be_given()
    {
        var flags = new Dictionary<string, SettingValue>(StringComparer.Ordinal)
        {
            ["dialect"] = new("--dialect", ["mixed-roles", "no-totals@users,html-404@role"]),
        };

        Assert.Equal(["mixed-roles", "no-totals@users", "html-404@role"], Read(flags).Dialects);
    }

    [Fact]
    public void Every_dialect_and_every_listing_is_documented()
    {
        var dialects = new StringBuilder("| Dialect | What is odd | Where |\n|---|---|---|\n");
        foreach (var dialect in MockDialects.All)
        {
            dialects.Append($"| `{dialect.Name}` | {dialect.Does} | {dialect.Where} |\n");
        }

        var listings = new StringBuilder("| Listing | Request |\n|---|---|\n");
        foreach (var listing in MockListings.All)
        {
            listings.Append($"| `{listing.Name}` | `{listing.Endpoint}` |\n");
        }

        Approved.CheckPart("docs/mock-tenant.md", "dialects", dialects.ToString());
        Approved.CheckPart("docs/mock-tenant.md", "listings", listings.ToString());
    }

    public void Dispose() => _workspace.Dispose();

    private MockTenantOptions Read(Dictionary<string, SettingValue>? flags = null)
    {
        using var output = new StringWriter();
        var host = _workspace.Host(output, output);
        return MockTenantReader.Read(new SettingResolver(host, []).Resolve(SettingSources.Flags, MockTenantCommand.Definition.Settings, flags ?? []), host);
    }

    private SettingValue Given(SettingDefinition setting)
    {
        if (setting == MockTenantFlags.ClientPublicKey)
        {
            using var key = RSA.Create(2048);
            _workspace.Write("key.pem", key.ExportSubjectPublicKeyInfoPem());
            return Value(setting, "key.pem");
        }

        if (setting == MockTenantFlags.Dialects)
        {
            return Value(setting, "bare-pages@roles");
        }

        return Value(setting, setting.Kind switch
        {
            SettingKind.Switch => "true",
            SettingKind.Choice => setting.Choices[^1],
            SettingKind.Fraction => "0.5",
            SettingKind.Number => "7",
            _ => "other",
        });
    }

    private static SettingValue Value(SettingDefinition setting, string text) => new($"--{setting.Name}", [text]);

    private static IEnumerable<string> Different(MockTenantOptions one, MockTenantOptions other) =>
        typeof(MockTenantOptions).GetProperties()
            .Where(property => !Same(property.GetValue(one), property.GetValue(other)))
            .Select(property => property.Name);

    private static bool Same(object? one, object? other) => one is System.Collections.IEnumerable texts and not string && other is System.Collections.IEnumerable others
        ? texts.Cast<object>().SequenceEqual(others.Cast<object>())
        : Equals(one, other);
}
