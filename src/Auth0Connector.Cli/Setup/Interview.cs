using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;
using Auth0Connector.Cli.Sync;
using Auth0Connector.Cli.Tenant;
using Auth0Connector.ObjectStore.Naming;
using Auth0Connector.Sync.Preflight;

namespace Auth0Connector.Cli.Setup;

/// <summary>Brings the answers together: from flags and variables, and what is missing from the person.</summary>
internal sealed partial class Interview(CommandContext context)
{
    private const int KeyBits = 3072;
    private const string Without = "without a terminal nothing can be asked";
    private readonly ResolvedSettings _settings = context.Settings;
    private readonly Questions _questions = new(context.Session);

    /// <summary>Asks, and explains on the way how to make the application.</summary>
    /// <exception cref="UsageException">Something is missing, and there is nobody to ask.</exception>
    public SetupAnswers Run()
    {
        DemandAll();
        var tenant = Tenant();
        if (DashboardAddress.MayBeOlder(tenant))
        {
            context.Consoles.WriteError($"note: {tenant.Host} is the domain if the tenant was made after June 2020; an older one has none of 'us.' in it (its domain stands in every application's settings)");
        }

        var others = Others();
        var credential = Credential();
        Explain(tenant, credential);
        var clientId = _settings.Given(TenantFlags.ClientId)?.Text ?? _questions.Ask("Client ID of the application", null, static text => text);
        if (credential is null)
        {
            var secret = _questions.AskSecret("Client Secret");
            context.Session.Mask.Add(secret);
            credential = new SetupCredential.Secret(secret);
        }
        else if (credential is SetupCredential.NewKey && _questions.CanAsk)
        {
            _questions.Ask("Press Enter when the public key is a credential of the application", "done", static text => text);
        }

        var profile = _settings.Given(SetupFlags.Profile) is { } name ? ProfileName(name.Text, name.Label)
            : _questions.CanAsk ? _questions.Ask("Name of the profile", DashboardAddress.ProfileName(tenant), static text => ProfileName(text, "profile"))
            : ProfileName(DashboardAddress.ProfileName(tenant), "--profile");
        return new SetupAnswers(profile, tenant, clientId, credential, File(profile), others);
    }

    /// <summary>How to make the application for what the flags ask for.</summary>
    public ApplicationGuide Guide(Uri tenant, string? publicKey) => new(
        tenant,
        _settings.Text(TenantFlags.Audience) ?? $"{tenant}api/v2/",
        NeededScopes.For(CheckedSync.ReadContent(_settings, target: "")),
        publicKey);

    /// <summary>The tenant that is given, or asked for.</summary>
    public Uri Tenant() => _settings.Given(SetupFlags.BaseUrl) is { } given
        ? DashboardAddress.Tenant(given)
        : _questions.Ask("The tenant's domain, or an address of its dashboard", null, static text => DashboardAddress.Tenant(new SettingValue("the domain", [text])));

    // All that is missing at once, so that a script is mended once.
    private void DemandAll()
    {
        if (_questions.CanAsk)
        {
            return;
        }

        var missing = new List<string>();
        if (_settings.Given(SetupFlags.BaseUrl) is null)
        {
            missing.Add("--auth0-base-url");
        }

        if (_settings.Given(TenantFlags.ClientId) is null)
        {
            missing.Add("--auth0-client-id");
        }

        if (Credential() is null)
        {
            missing.Add($"--auth0-client-secret-file, {TenantFlags.ClientSecret.Variable}, --auth0-private-key-file or --new-key");
        }

        if (missing.Count > 0)
        {
            throw new UsageException($"setup: not given: {string.Join("; ", missing)}; {Without}");
        }
    }

    private SetupCredential? Credential()
    {
        var variable = context.Host.Variable(TenantFlags.ClientSecret.Variable);
        List<(string Label, Func<SetupCredential> Make)> given = [];
        foreach (var setting in new[] { TenantFlags.ClientSecretFile, TenantFlags.PrivateKeyFile })
        {
            if (_settings.Given(setting) is { } file)
            {
                given.Add((file.Label, () => new SetupCredential.InFile(setting.Name, context.Host.FullPath(file.Text))));
            }
        }

        if (!string.IsNullOrEmpty(variable))
        {
            context.Session.Mask.Add(variable);
            given.Add((TenantFlags.ClientSecret.Variable, () => new SetupCredential.Secret(variable)));
        }

        if (_settings.IsOn(SetupFlags.NewKey))
        {
            given.Add(("--new-key", MakeKey));
        }

        return given switch
        {
            [] => null,
            [var one] => one.Make(),
            _ => throw new UsageException($"{given[0].Label} and {given[1].Label} are both given; give one of them"),
        };
    }

    private static SetupCredential.NewKey MakeKey()
    {
        using var rsa = RSA.Create(KeyBits);
        return new SetupCredential.NewKey(rsa.ExportPkcs8PrivateKeyPem() + "\n", rsa.ExportSubjectPublicKeyInfoPem() + "\n");
    }

    private void Explain(Uri tenant, SetupCredential? credential)
    {
        var publicKey = (credential as SetupCredential.NewKey)?.PublicPem;
        if (_settings.Given(TenantFlags.ClientId) is null)
        {
            foreach (var line in Guide(tenant, publicKey).Lines())
            {
                context.Consoles.WriteResult(line);
            }

            context.Consoles.WriteResult("");
        }

        if (publicKey is not null)
        {
            context.Consoles.WriteResult("The public key, for the application's credentials:");
            context.Consoles.WriteResult(publicKey);
        }
    }

    private List<(string Name, string Value)> Others()
    {
        var others = new List<(string, string)>();
        foreach (var setting in SetupFlags.Kept.Concat(SetupFlags.Parts))
        {
            if (_settings.Given(setting) is { } value)
            {
                others.Add((setting.Name, setting.IsPath ? context.Host.FullPath(value.Text) : setting.Kind == SettingKind.List ? string.Join(',', _settings.List(setting)) : value.Text));
            }
        }

        if (_questions.CanAsk && SetupFlags.Parts.All(setting => _settings.Given(setting) is null))
        {
            context.Consoles.WriteError($"Read are users, roles, organizations and groups. More by flags of setup: {string.Join(", ", SetupFlags.Parts.Skip(1).Select(static part => $"--{part.Name}"))}.");
        }

        return others;
    }

    private string File(string profile)
    {
        if (_settings.Given(SetupFlags.File) is { } given)
        {
            return ObjectName.IsOne(given.Text) ? given.Text : context.Host.FullPath(given.Text);
        }

        var folder = UserFolders.Data(context.Host) ?? throw new UsageException("setup: no home folder is set; name the access file with --file");
        var usual = Path.Combine(folder, $"{profile}.c1z");
        return _questions.CanAsk ? _questions.Ask("Where its access file goes", usual, context.Host.FullPath) : usual;
    }

    private static string ProfileName(string text, string label) => Name().IsMatch(text)
        ? text
        : throw new UsageException($"{label}: '{Printable.Short(text)}' is no name for a profile; give letters, digits, '.', '_' and '-', such as prod");

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")]
    private static partial Regex Name();
}
