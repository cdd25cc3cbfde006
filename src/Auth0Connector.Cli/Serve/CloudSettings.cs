using Auth0Connector.Cli.Logging;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;
using Auth0Connector.Cli.Sync;
using Auth0Connector.ManagementApi.Options;
using Auth0Connector.Service.Cloud;
using Auth0Connector.Service.Credentials;
using Auth0Connector.Service.Description;

namespace Auth0Connector.Cli.Serve;

/// <summary>As whom the program serves, and what the ecosystem's variables say that are no settings.</summary>
/// <param name="Id">The connector's id.</param>
/// <param name="Secret">Its secret.</param>
/// <param name="HostId">Which of its machines this is.</param>
/// <param name="ApiHost">Whom to ask instead of the id's host; <see langword="null"/> for the id's host.</param>
/// <param name="AsksForMany">Whether several tasks are asked for at once.</param>
internal sealed record CloudSettings(ConnectorId Id, ConnectorSecret Secret, string HostId, string? ApiHost, bool AsksForMany)
{
    private const long MostBytes = 64 * 1024;

    // What the ecosystem calls a machine without a name.
    private const string Nameless = "baton-sdk";

    /// <summary>Reads and checks them. From then on the secret is masked.</summary>
    public static CloudSettings Read(ResolvedSettings settings, Host host, SecretMask mask)
    {
        var text = ReadSecret(settings, host);
        mask.Add(text);
        try
        {
            var secret = ConnectorSecret.Parse(text);
            foreach (var part in secret.Reveal())
            {
                mask.Add(part);
            }

            return new CloudSettings(
                ConnectorId.Parse(settings.Text(ServiceFlags.ClientId)!),
                secret,
                HostIdOf(host),
                host.Variable("BATON_C1_API_HOST") is { Length: > 0 } api ? api : null,
                host.Variable("BATON_GET_TASKS") is { } many && SettingCheck.TrySwitch(many, out var on) && on);
        }
        catch (CredentialFormatException wrong)
        {
            throw new UsageException(wrong.Message, wrong);
        }
    }

    /// <summary>How the cloud is reached: with the certificates, the proxy and the patience that the tenant is reached with.</summary>
    public CloudOptions Reach(ManagementApiOptions api) => new()
    {
        Id = Id,
        Secret = Secret,
        HostId = HostId,
        ApiHost = ApiHost,
        Authorities = api.Authorities,
        UsesProxyForLoopback = api.UsesProxyForLoopback,
        HttpTimeout = api.AttemptTimeout,
        Build = HostDescription.Build(ProgramVersion.Text),
        Machine = HostDescription.Machine(),
    };

    /// <summary>Whether the settings ask for service mode.</summary>
    /// <exception cref="UsageException">A secret is given without an id.</exception>
    public static bool AreGiven(ResolvedSettings settings)
    {
        if (IsGiven(settings, ServiceFlags.ClientId))
        {
            return true;
        }

        return new[] { ServiceFlags.ClientSecret, ServiceFlags.ClientSecretFile }.FirstOrDefault(setting => IsGiven(settings, setting)) is { } secret
            ? throw Missing(secret.Name, ServiceFlags.ClientId.Name)
            : false;
    }

    private static string ReadSecret(ResolvedSettings settings, Host host)
    {
        if (settings.Given(ServiceFlags.ClientSecretFile) is { Text.Length: > 0 } file)
        {
            if (IsGiven(settings, ServiceFlags.ClientSecret))
            {
                throw new UsageException($"{settings.Given(ServiceFlags.ClientSecret)!.Label} and {file.Label} are both given; give one of them");
            }

            return SettingFile.ReadText(host.FullPath(file.Text), $"{file.Label}: {Printable.Short(file.Text)}", "the file that holds the secret", MostBytes).Trim();
        }

        return IsGiven(settings, ServiceFlags.ClientSecret)
            ? settings.Text(ServiceFlags.ClientSecret)!.Trim()
            : throw Missing(ServiceFlags.ClientId.Name, ServiceFlags.ClientSecret.Name);
    }

    private static string HostIdOf(Host host) => host.Variable("BATON_HOST_ID") switch
    {
        null when Environment.MachineName is { Length: > 0 } name => name,
        { Length: > 0 } given => given,
        _ => Nameless,
    };

    private static bool IsGiven(ResolvedSettings settings, SettingDefinition setting) => settings.Given(setting) is { Text.Length: > 0 };

    // The first words are the ecosystem's own, which scripts may look for.
    private static UsageException Missing(string given, string missing) => new(
        $"if any flags in the group [client-id client-secret] are set they must all be set; missing [{missing}]: --{given} is given, and service mode needs both"
        + (missing == ServiceFlags.ClientSecret.Name ? ", or --client-secret-file" : "; for the tenant's application use --auth0-client-id and --auth0-client-secret"));
}
