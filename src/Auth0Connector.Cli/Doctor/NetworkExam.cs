using System.Globalization;
using Auth0Connector.Cli.Shell;
using Auth0Connector.ManagementApi.Connections;
using Auth0Connector.ManagementApi.Options;

namespace Auth0Connector.Cli.Doctor;

/// <summary>The way to the tenant: its name, the proxy, TLS, and this machine's clock.</summary>
internal static class NetworkExam
{
    // Auth0 takes an assertion that is a minute off; beyond that a key is refused.
    private static readonly TimeSpan MostDifference = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan SoonEnds = TimeSpan.FromDays(14);

    /// <summary>What one question without credentials showed.</summary>
    public static IEnumerable<Examination> Of(ServerReach reach, ManagementApiOptions api, DateTimeOffset now)
    {
        yield return Name(reach, api);
        yield return Proxy(reach, api);
        yield return Tls(reach, api, now);
        yield return Answer(reach, api);
        yield return Clock(reach, api);
    }

    private static Examination Name(ServerReach reach, ManagementApiOptions api) => reach switch
    {
        { Proxy: { } proxy } => Examination.NotAsked("name", $"the proxy {proxy} looks it up"),
        { Addresses: { Count: > 0 } addresses } => Examination.Good("name", $"{api.BaseUrl.IdnHost} is {string.Join(", ", addresses.Take(3))}"),
        _ => Examination.Bad("name", $"{api.BaseUrl.IdnHost}: {reach.Trouble ?? "has no address"}", "check the tenant's domain and this machine's DNS", ExitCodes.TenantUnavailable),
    };

    private static Examination Proxy(ServerReach reach, ManagementApiOptions api) => reach switch
    {
        { Proxy: null } => Examination.Good("proxy", "none is named for this address: it is asked directly"),
        { Status: not null } => Examination.Good("proxy", $"{reach.Proxy} lets us through"),
        _ => Examination.Bad("proxy", $"{reach.Proxy}: {reach.Trouble}", $"check HTTPS_PROXY and NO_PROXY, and that the proxy allows {api.BaseUrl.Authority}", ExitCodes.TenantUnavailable),
    };

    private static Examination Tls(ServerReach reach, ManagementApiOptions api, DateTimeOffset now)
    {
        if (api.BaseUrl.Scheme != Uri.UriSchemeHttps)
        {
            return Examination.NotAsked("TLS", "plain http, on this machine");
        }

        if (reach.Certificate is not { } certificate)
        {
            return Examination.NotAsked("TLS", "no certificate came");
        }

        var what = string.Create(
            CultureInfo.InvariantCulture,
            $"certificate for {certificate.Subject} by {certificate.Issuer}, {certificate.ChainLength} in its chain, until {certificate.NotAfter:yyyy-MM-dd}");
        if (!certificate.IsTrusted)
        {
            return Examination.Bad("TLS", $"{what}: {reach.Trouble}", "if a proxy looks into TLS, name its authority by --ca-file; check this machine's certificates and clock", ExitCodes.TenantUnavailable);
        }

        return certificate.NotAfter - now < SoonEnds
            ? Examination.Remark("TLS", what, "it ends within 14 days; whoever runs the domain should renew it")
            : Examination.Good("TLS", what);
    }

    private static Examination Answer(ServerReach reach, ManagementApiOptions api) => reach.Status is { } status
        ? Examination.Good("answer", string.Create(CultureInfo.InvariantCulture, $"{api.BaseUrl.Authority} answers over HTTP ({(int)status})"))
        : Examination.Bad("answer", $"cannot reach {api.BaseUrl.Authority}: {reach.Trouble}", "check the address and the network", ExitCodes.TenantUnavailable);

    private static Examination Clock(ServerReach reach, ManagementApiOptions api)
    {
        if (reach.ClockDifference is not { } difference)
        {
            return Examination.NotAsked("clock", reach.Status is null ? "no answer told the time" : "the answer does not tell the time");
        }

        var seconds = Math.Abs(difference.TotalSeconds);
        var found = string.Create(CultureInfo.InvariantCulture, $"{seconds:0} s {(difference < TimeSpan.Zero ? "ahead of" : "behind")} the server's");
        if (difference.Duration() <= MostDifference)
        {
            return Examination.Good("clock", seconds < 1 ? "the same as the server's" : found);
        }

        const string Remedy = "set this machine's clock, best by a time service";
        return api.Credential is ClientCredential.PrivateKey
            ? Examination.Bad("clock", $"{found}: a private key's assertions are refused", Remedy, ExitCodes.CredentialsRefused)
            : Examination.Remark("clock", found, Remedy);
    }
}
