namespace Auth0Connector.Cli.Tests.Errors;

internal static class TenantMistakes
{
    private const string Right = "give the tenant's domain, such as https://acme.eu.auth0.com";
    private const string Try = "give flags, variables or lines in .baton.yaml, let 'auth0-connector setup' ask for them, or try 'auth0-connector demo' without a tenant";

    public static IReadOnlyList<ConfigurationMistake> All { get; } =
    [
        new("Tenant", "Nothing is set", [], $"not set: --auth0-base-url (BATON_AUTH0_BASE_URL), --auth0-client-id (BATON_AUTH0_CLIENT_ID), --auth0-client-secret (BATON_AUTH0_CLIENT_SECRET) or --auth0-client-secret-file or --auth0-private-key-file; {Try}")
        {
            Variables = new() { ["BATON_AUTH0_BASE_URL"] = null, ["BATON_AUTH0_CLIENT_ID"] = null, ["BATON_AUTH0_CLIENT_SECRET"] = null },
            Shown = "`auth0-connector`",
        },
        new("Tenant", "No base URL", [], $"not set: --auth0-base-url (BATON_AUTH0_BASE_URL); {Try}")
        {
            Variables = new() { ["BATON_AUTH0_BASE_URL"] = null },
            Shown = "no `--auth0-base-url`",
        },
        new("Tenant", "No client ID", [], $"not set: --auth0-client-id (BATON_AUTH0_CLIENT_ID); {Try}")
        {
            Variables = new() { ["BATON_AUTH0_CLIENT_ID"] = null },
            Shown = "no `--auth0-client-id`",
        },
        new("Tenant", "Client ID under a misspelled variable", [], "not set: --auth0-client-id (BATON_AUTH0_CLIENT_ID); unknown variable BATON_AUTH0_CLIENTID is ignored; did you mean 'BATON_AUTH0_CLIENT_ID'?")
        {
            Variables = new() { ["BATON_AUTH0_CLIENT_ID"] = null, ["BATON_AUTH0_CLIENTID"] = "abc" },
        },
        new("Tenant", "Client ID under a misspelled key", [], "not set: --auth0-client-id (BATON_AUTH0_CLIENT_ID); .baton.yaml: unknown key 'auth0_client_id' is ignored; did you mean 'auth0-client-id'?")
        {
            Variables = new() { ["BATON_AUTH0_CLIENT_ID"] = null },
            Files = new() { [".baton.yaml"] = "auth0_client_id: abc\n" },
        },
        new("Tenant", "Base URL that is no address", ["--auth0-base-url", "acme eu"], $"--auth0-base-url: is no web address; {Right}"),
        new("Tenant", "Base URL of another kind", ["--auth0-base-url", "ftp://acme.eu.auth0.com"], $"--auth0-base-url: begins with ftp://; {Right}"),
        new("Tenant", "Plain http to the internet", ["--auth0-base-url", "http://acme.eu.auth0.com"], "--auth0-base-url: http would send the credentials in the clear; use https (http is for loopback addresses only)"),
        new("Tenant", "Name and password in the base URL", ["--auth0-base-url", "https://me:pw@acme.eu.auth0.com"], $"--auth0-base-url: carries a user name or password; {Right}"),
        new("Tenant", "Query in the base URL", ["--auth0-base-url", "https://acme.eu.auth0.com/?a=b"], $"--auth0-base-url: has something after ? or #; {Right}"),
        new("Tenant", "Fragment in the base URL", ["--auth0-base-url", "https://acme.eu.auth0.com/#x"], $"--auth0-base-url: has something after ? or #; {Right}"),
        new("Tenant", "Path in the base URL (/api/v2/ is understood)", ["--auth0-base-url", "https://acme.eu.auth0.com/oauth/token"], $"--auth0-base-url: has a path after the domain; {Right}"),
        new("Tenant", "Address of the dashboard", ["--auth0-base-url", "https://manage.auth0.com/dashboard/eu/acme"], $"--auth0-base-url: is Auth0's own site, not a tenant; {Right}"),
        new("Tenant", "Example copied from the manual", ["--auth0-base-url", "https://your-tenant.auth0.com"], $"--auth0-base-url: is the example of the manual; {Right}"),
        new("Tenant", "Loopback without http", ["--auth0-base-url", "localhost:8089"], "--auth0-base-url: says neither http nor https; a mock tenant on this machine is http://localhost:8089"),
        new("Tenant", "Base URL in a variable", [], $"BATON_AUTH0_BASE_URL: begins with ws://; {Right}") { Variables = new() { ["BATON_AUTH0_BASE_URL"] = "ws://acme" } },
        new("Tenant", "Client ID of the manual", ["--auth0-client-id", "your_client_id"], "--auth0-client-id: is the example of the manual; give the Client ID shown in the application's settings"),
        new("Tenant", "Client ID with a space", ["--auth0-client-id", "a b"], "--auth0-client-id: is no client ID; give the Client ID shown in the application's settings"),
        new("Tenant", "Client ID with a line break", ["--auth0-client-id", "a\nb"], "--auth0-client-id: holds a control character; give a value") { Shown = "`--auth0-client-id` with a line break in it" },
        new("Tenant", "Audience that is no address", ["--auth0-audience", "api"], "--auth0-audience: is no web address; give the canonical domain's, such as https://acme.eu.auth0.com/api/v2/"),
    ];
}
