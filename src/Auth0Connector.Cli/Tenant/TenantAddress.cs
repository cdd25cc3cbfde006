using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Tenant;

/// <summary>Understands what people write as the address of their tenant, and refuses what cannot be one.</summary>
internal static class TenantAddress
{
    private const string Right = "give the tenant's domain, such as https://acme.eu.auth0.com";

    /// <summary>The root of the tenant, with a trailing slash.</summary>
    public static Uri Parse(SettingValue value)
    {
        // Anything beyond scheme and host may carry something secret, so messages quote the label only.
        var label = value.Label;
        var text = value.Text.Trim();
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0 && IsBareLoopback(text))
        {
            throw new UsageException($"{label}: says neither http nor https; a mock tenant on this machine is http://localhost:8089");
        }

        if (!Uri.TryCreate(scheme < 0 ? $"https://{text}" : text, UriKind.Absolute, out var address) || address.Host.Length == 0)
        {
            throw new UsageException($"{label}: is no web address; {Right}");
        }

        if (address.Scheme is not ("https" or "http"))
        {
            throw new UsageException($"{label}: begins with {address.Scheme}://; {Right}");
        }

        if (address.UserInfo.Length > 0)
        {
            throw new UsageException($"{label}: carries a user name or password; {Right}");
        }

        if (address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            throw new UsageException($"{label}: has something after ? or #; {Right}");
        }

        if (address.Scheme == "http" && !address.IsLoopback)
        {
            throw new UsageException($"{label}: http would send the credentials in the clear; use https (http is for loopback addresses only)");
        }

        CheckHost(label, address.IdnHost);
        if (address.AbsolutePath.TrimEnd('/') is not ("" or "/api/v2"))
        {
            throw new UsageException($"{label}: has a path after the domain; {Right}");
        }

        return new Uri(address.GetLeftPart(UriPartial.Authority) + "/");
    }

    private static void CheckHost(string label, string host)
    {
        if (host is "manage.auth0.com" or "auth0.com" or "www.auth0.com")
        {
            throw new UsageException($"{label}: is Auth0's own site, not a tenant; {Right}");
        }

        if (host is "your-tenant.auth0.com" or "your-domain.auth0.com")
        {
            throw new UsageException($"{label}: is the example of the manual; {Right}");
        }
    }

    private static bool IsBareLoopback(string text) =>
        text.Split(':', '/')[0] is "localhost" or "127.0.0.1" || text.StartsWith("[::1]", StringComparison.Ordinal);
}
