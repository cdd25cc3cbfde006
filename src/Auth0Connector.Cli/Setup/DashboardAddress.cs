using System.Text.RegularExpressions;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Tenant;

namespace Auth0Connector.Cli.Setup;

/// <summary>Understands what a person has at hand of a tenant: its domain, or an address of the dashboard as the browser shows it.</summary>
internal static partial class DashboardAddress
{
    /// <summary>The root of the tenant.</summary>
    /// <exception cref="Auth0Connector.Cli.Shell.UsageException">It is the address of no tenant.</exception>
    public static Uri Tenant(SettingValue given)
    {
        var text = given.Text.Trim();
        if (Dashboard().Match(text) is { Success: true } dashboard)
        {
            // https://manage.auth0.com/dashboard/eu/acme/applications: the region and the tenant.
            text = $"https://{dashboard.Groups["tenant"].Value}.{dashboard.Groups["region"].Value}.auth0.com";
        }
        else if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" && address.UserInfo.Length == 0)
        {
            // Whatever page of it was open.
            text = address.GetLeftPart(UriPartial.Authority);
        }

        return TenantAddress.Parse(given with { Texts = [text] });
    }

    /// <summary>Whether the address has a form that older tenants of the United States do not have: theirs is without the region.</summary>
    public static bool MayBeOlder(Uri tenant) => tenant.Host.EndsWith(".us.auth0.com", StringComparison.Ordinal);

    /// <summary>A name for the profile of a tenant.</summary>
    public static string ProfileName(Uri tenant) => tenant.IsLoopback ? "local" : tenant.Host.Split('.')[0];

    [GeneratedRegex("^(https://)?manage\\.auth0\\.com/dashboard/(?<region>[a-z]{2}(-[0-9]+)?)/(?<tenant>[a-z0-9][a-z0-9-]*)(/.*)?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Dashboard();
}
