using System.Collections.Immutable;
using Auth0Connector.ManagementApi.Options;
using Auth0Connector.Sync.Preflight;
using Auth0Connector.Sync.Settings;

namespace Auth0Connector.Cli.Settings;

/// <summary>A checked sync: nothing in it can still be a mistake of the person's.</summary>
internal sealed record SyncPlan(ManagementApiOptions Api, SyncSettings Sync, OutputForm Form)
{
    /// <summary>Checks everything that can be checked without asking the tenant.</summary>
    public static SyncPlan From(ResolvedSettings settings, Host host)
    {
        RequireAll(settings);
        RefusePebble(settings);
        var api = ReadApi(settings, host);
        return new SyncPlan(
            api,
            new SyncSettings
            {
                TargetPath = TargetFile.CheckReplaced(settings.Given(SettingTable.File)?.Label ?? "--file", settings.Text(SettingTable.File)!, "sync.c1z", host),
                ResourceTypes = ResourceTypeFilter.Read(settings),
                Resources = ResourceBids.Read(settings),
                SkipGrants = settings.IsOn(SettingTable.SkipGrants),
                Switches = OptIns.Flags.Where(flag => settings.IsOn(SettingTable.Named(flag))).ToImmutableSortedSet(StringComparer.Ordinal),
                Expand = ReadExpand(settings),
                UsersVia = ReadUsersVia(settings),
                SkipEntitlementsAndGrants = settings.IsOn(SettingTable.SkipEntitlementsAndGrants),
                Keeping = KeepingReader.Read(settings),
                Strict = settings.IsOn(SettingTable.Strict),
                ProgramVersion = ProgramVersion.Text,
            },
            ReadForm(settings));
    }

    /// <summary>Where the tenant is, how to prove who asks, and how fast.</summary>
    public static ManagementApiOptions ReadApi(ResolvedSettings settings, Host host)
    {
        RequireAll(settings);
        return new ManagementApiOptions
        {
            BaseUrl = TenantAddress.Parse(settings.Given(SettingTable.BaseUrl)!),
            ClientId = ReadClientId(settings.Given(SettingTable.ClientId)!),
            Credential = new CredentialReader(settings, host).Read(),
            Audience = ReadAudience(settings),
            Authorities = AuthorityReader.Read(settings, host),
            UsesProxyForLoopback = settings.IsOn(SettingTable.ProxyLoopback),
            AttemptTimeout = TimeSpan.FromSeconds(settings.Number(SettingTable.HttpTimeout)),
            Pace = PaceReader.Read(settings),
        };
    }

    /// <summary>The same for a command whose answer somebody waits for: it soon says that the tenant cannot be reached.</summary>
    public static ManagementApiOptions WhileSomebodyWaits(ManagementApiOptions api) => api with { AttemptsBeforeContact = 2 };

    /// <summary>The form that <c>-o</c> asks for.</summary>
    public static OutputForm ReadForm(ResolvedSettings settings) =>
        settings.Choice(SettingTable.Output) == "json" ? OutputForm.Json : OutputForm.Table;

    private static UsersVia ReadUsersVia(ResolvedSettings settings) => settings.Choice(SettingTable.UsersVia) switch
    {
        "search" => UsersVia.Search,
        "export" => UsersVia.Export,
        _ => UsersVia.Auto,
    };

    /// <summary>What <c>--expand</c> asks for.</summary>
    public static ExpandMode ReadExpand(ResolvedSettings settings) => settings.Choice(SettingTable.Expand) switch
    {
        "all" => ExpandMode.All,
        "none" => ExpandMode.None,
        _ => ExpandMode.Membership,
    };

    private static void RequireAll(ResolvedSettings settings)
    {
        var missing = new[] { SettingTable.BaseUrl, SettingTable.ClientId }
            .Where(setting => settings.Given(setting) is null)
            .Select(setting => Naming(setting, settings))
            .ToList();
        if (!CredentialReader.Given(settings).Any())
        {
            missing.Add(Naming(SettingTable.ClientSecret, settings) + " or --auth0-client-secret-file or --auth0-private-key-file");
        }

        if (missing.Count > 0)
        {
            // A misspelled name is the likeliest reason, and then the only one worth the line.
            var slips = settings.Warnings.Count > 0
                ? string.Join("; ", settings.Warnings)
                : "give flags, variables or lines in .baton.yaml, or try 'auth0-connector demo' without a tenant";
            throw new ConfigurationException($"not set: {string.Join(", ", missing)}; {slips}");
        }
    }

    private static string Naming(SettingDefinition setting, ResolvedSettings settings) =>
        settings.EmptyVariable(setting) is { } variable
            ? $"--{setting.Name} ({variable} is there but empty)"
            : $"--{setting.Name} ({setting.Variable})";

    private static void RefusePebble(ResolvedSettings settings)
    {
        if (settings.Choice(SettingTable.StorageEngine) == "pebble")
        {
            throw new ConfigurationException(
                $"{settings.Given(SettingTable.StorageEngine)!.Label}: Pebble files are not written here; leave it out or give sqlite, which every reader of the ecosystem takes");
        }
    }

    private static string ReadClientId(SettingValue value)
    {
        var id = value.Text.Trim();
        if (id == "your_client_id")
        {
            throw new ConfigurationException($"{value.Label}: is the example of the manual; give the Client ID shown in the application's settings");
        }

        return id.Length > 0 && !id.Any(char.IsWhiteSpace)
            ? id
            : throw new ConfigurationException($"{value.Label}: is no client ID; give the Client ID shown in the application's settings");
    }

    private static string? ReadAudience(ResolvedSettings settings)
    {
        if (settings.Given(SettingTable.Audience) is not { } value)
        {
            return null;
        }

        return Uri.TryCreate(value.Text, UriKind.Absolute, out var audience) && audience.Scheme is "https" or "http"
            ? value.Text
            : throw new ConfigurationException($"{value.Label}: is no web address; give the canonical domain's, such as {SettingTable.Audience.Example}");
    }
}
