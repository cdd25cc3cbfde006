using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Tenant;

namespace Auth0Connector.Cli.Tests.Settings;

public sealed class TenantAddressTests
{
    [Theory]
    [InlineData("https://acme.eu.auth0.com", "https://acme.eu.auth0.com/")]
    [InlineData("https://acme.eu.auth0.com/", "https://acme.eu.auth0.com/")]
    [InlineData("https://acme.eu.auth0.com/api/v2", "https://acme.eu.auth0.com/")]
    [InlineData("https://acme.eu.auth0.com/api/v2/", "https://acme.eu.auth0.com/")]
    [InlineData("acme.eu.auth0.com", "https://acme.eu.auth0.com/")]
    [InlineData(" https://ACME.eu.auth0.com ", "https://acme.eu.auth0.com/")]
    [InlineData("https://login.acme.example:8443", "https://login.acme.example:8443/")]
    [InlineData("http://localhost:8089", "http://localhost:8089/")]
    [InlineData("http://127.0.0.1:8089/", "http://127.0.0.1:8089/")]
    [InlineData("http://[::1]:8089", "http://[::1]:8089/")]
    public void An_address_is_understood_as_people_write_it(string text, string expected) =>
        Assert.Equal(expected, TenantAddress.Parse(new SettingValue("--auth0-base-url", [text])).ToString());
}
