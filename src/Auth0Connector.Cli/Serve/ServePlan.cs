using System.Net;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;
using Auth0Connector.Cli.Sync;
using Auth0Connector.Cli.Tenant;
using Auth0Connector.ManagementApi.Options;
using Auth0Connector.Sync.Settings;

namespace Auth0Connector.Cli.Serve;

/// <summary>A checked service: nothing in it can still be a mistake of the person's.</summary>
/// <param name="Cloud">As whom it serves.</param>
/// <param name="Api">How to reach the tenant.</param>
/// <param name="Sync">What a sync reads where its task does not say.</param>
/// <param name="TempFolder">The folder below which it works.</param>
/// <param name="Health">Where health is answered; <see langword="null"/> where it is not.</param>
internal sealed record ServePlan(CloudSettings Cloud, ManagementApiOptions Api, SyncSettings Sync, string TempFolder, IPEndPoint? Health)
{
    /// <summary>Checks everything that can be checked without asking anybody.</summary>
    public static ServePlan From(ResolvedSettings settings, Host host, CloudSettings cloud)
    {
        if (settings.IsOn(SyncFlags.SkipGrants))
        {
            // The ecosystem's own words; it ends there as well.
            throw new UsageException($"{settings.Given(SyncFlags.SkipGrants)!.Label}: skip-grants can only be set within a targeted sync; in service mode a task says so itself, leave it out");
        }

        var api = TenantReader.Read(settings, host);
        return new ServePlan(cloud, api, CheckedSync.ReadContent(settings, target: ""), ReadFolder(settings, host), ReadHealth(settings));
    }

    private static string ReadFolder(ResolvedSettings settings, Host host)
    {
        var (label, text) = settings.Given(ServiceFlags.TempFolder) is { } given ? (given.Label, given.Text)
            : host.Variable("BATON_TMPDIR") is { Length: > 0 } variable ? ("BATON_TMPDIR", variable)
            : ("", Path.GetTempPath());
        var path = host.FullPath(text);
        return Directory.Exists(path)
            ? path
            : throw new UsageException($"{label}: the folder '{Printable.Short(text)}' does not exist; create it first");
    }

    private static IPEndPoint? ReadHealth(ResolvedSettings settings)
    {
        if (!settings.IsOn(ServiceFlags.HealthCheck))
        {
            return null;
        }

        var text = settings.Text(ServiceFlags.HealthAddress)!;
        return IPAddress.TryParse(text == "localhost" ? "127.0.0.1" : text, out var address)
            ? new IPEndPoint(address, settings.Number(ServiceFlags.HealthPort))
            : throw new UsageException($"{settings.Given(ServiceFlags.HealthAddress)!.Label}: '{Printable.Short(text)}' is no IP address; give one such as {ServiceFlags.HealthAddress.Example}");
    }
}
