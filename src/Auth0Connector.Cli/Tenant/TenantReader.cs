using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;
using Auth0Connector.ManagementApi.Options;

namespace Auth0Connector.Cli.Tenant;

/// <summary>Reads where the tenant is, how to prove who asks, and how fast.</summary>
internal static class TenantReader
{
    /// <summary>Where the tenant is, how to prove who asks, and how fast.</summary>
    public static ManagementApiOptions Read(ResolvedSettings settings, Host host)
    {
        RequireAll(settings);
        return new ManagementApiOptions
        {
            BaseUrl = TenantAddress.Parse(settings.Given(TenantFlags.BaseUrl)!),
            ClientId = ReadClientId(settings.Given(TenantFlags.ClientId)!),
            Credential = new CredentialReader(settings, host).Read(),
            Audience = ReadAudience(settings),
            Authorities = AuthorityReader.Read(settings, host),
            UsesProxyForLoopback = settings.IsOn(TenantFlags.ProxyLoopback),
            AttemptTimeout = TimeSpan.FromSeconds(settings.Number(PaceFlags.HttpTimeout)),
            Pace = PaceReader.Read(settings),
        };
    }

    /// <summary>The same for a command whose answer somebody waits for: it soon says that the tenant cannot be reached.</summary>
    public static ManagementApiOptions WhileSomebodyWaits(ManagementApiOptions api) => api with { AttemptsBeforeContact = 2 };

    /// <summary>Throws if anything without which no tenant can be asked is not set.</summary>
    public static void RequireAll(ResolvedSettings settings)
    {
        var missing = new[] { TenantFlags.BaseUrl, TenantFlags.ClientId }
            .Where(setting => settings.Given(setting) is null)
            .Select(setting => Naming(setting, settings))
            .ToList();
        if (!CredentialReader.Given(settings).Any())
        {
            missing.Add(Naming(TenantFlags.ClientSecret, settings) + " or --auth0-client-secret-file or --auth0-private-key-file");
        }

        if (missing.Count > 0)
        {
            // A misspelled name is the likeliest reason, and then the only one worth the line.
            var slips = settings.Warnings.Count > 0
                ? string.Join("; ", settings.Warnings)
                : "give flags, variables or lines in .baton.yaml, let 'auth0-connector setup' ask for them, or try 'auth0-connector demo' without a tenant";
            throw new UsageException($"not set: {string.Join(", ", missing)}; {slips}");
        }
    }

    private static string Naming(SettingDefinition setting, ResolvedSettings settings) =>
        settings.EmptyVariable(setting) is { } variable
            ? $"--{setting.Name} ({variable} is there but empty)"
            : $"--{setting.Name} ({setting.Variable})";

    private static string ReadClientId(SettingValue value)
    {
        var id = value.Text.Trim();
        if (id == "your_client_id")
        {
            throw new UsageException($"{value.Label}: is the example of the manual; give the Client ID shown in the application's settings");
        }

        return id.Length > 0 && !id.Any(char.IsWhiteSpace)
            ? id
            : throw new UsageException($"{value.Label}: is no client ID; give the Client ID shown in the application's settings");
    }

    private static string? ReadAudience(ResolvedSettings settings)
    {
        if (settings.Given(TenantFlags.Audience) is not { } value)
        {
            return null;
        }

        return Uri.TryCreate(value.Text, UriKind.Absolute, out var audience) && audience.Scheme is "https" or "http"
            ? value.Text
            : throw new UsageException($"{value.Label}: is no web address; give the canonical domain's, such as {TenantFlags.Audience.Example}");
    }
}
