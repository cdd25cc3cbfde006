using Auth0Connector.AccessFile.Disk;
using Auth0Connector.Cli.Configure;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;
using Auth0Connector.Cli.Sync;
using Auth0Connector.Cli.Tenant;
using Auth0Connector.ObjectStore.Naming;

namespace Auth0Connector.Cli.Setup;

/// <summary>The files of a profile: the configuration it stands in, and what proves who asks, each readable by its owner only.</summary>
/// <param name="host">The surroundings.</param>
/// <param name="answers">What the profile is made of.</param>
internal sealed class ProfileFiles(Host host, SetupAnswers answers)
{
    private readonly string _config = UserConfig.Place(host) ?? throw new UsageException("setup: no home folder is set, so there is no place for profiles; set HOME or XDG_CONFIG_HOME");

    /// <summary>The file of the secret or the key; <see langword="null"/> where there is one already.</summary>
    public string? CredentialPath => answers.Credential switch
    {
        SetupCredential.Secret => Path.Combine(Folder, answers.Profile + ".secret"),
        SetupCredential.NewKey => Path.Combine(Folder, answers.Profile + ".pem"),
        _ => null,
    };

    private string Folder => Path.GetDirectoryName(_config)!;

    /// <summary>The configuration, as a person would write its path.</summary>
    public string ConfigName => UserConfig.Shown(host, _config);

    /// <summary>What is there already and would be replaced.</summary>
    public IReadOnlyList<string> Present()
    {
        var present = new List<string>();
        if (UserConfig.Load(host)?.Profiles.Any(profile => profile.Name == answers.Profile) == true)
        {
            present.Add($"profile {answers.Profile} in {ConfigName}");
        }

        if (CredentialPath is { } path && Path.Exists(path))
        {
            present.Add(UserConfig.Shown(host, path));
        }

        return present;
    }

    /// <summary>Writes them: first the credential, so that no configuration ever names a file that is not there.</summary>
    /// <param name="makesDefault">Whether it becomes the default even where there is another.</param>
    /// <returns>Whether it is the default now.</returns>
    public bool Write(bool makesDefault)
    {
        var former = UserConfig.Load(host);
        var text = ConfigText.WithProfile(host, _config, former?.Text ?? string.Empty, answers.Profile, Settings());
        var isDefault = makesDefault || former?.Default is null || former.Default == answers.Profile;
        if (isDefault)
        {
            text = ConfigText.WithDefault(host, _config, text, answers.Profile);
        }

        if (CredentialPath is { } path)
        {
            OwnFiles.Write(path, answers.Credential is SetupCredential.Secret secret ? secret.Value + "\n" : ((SetupCredential.NewKey)answers.Credential).PrivatePem);
        }

        OwnFiles.Write(_config, text);
        if (!ObjectName.IsOne(answers.File))
        {
            OwnFolder.Make(Path.GetDirectoryName(answers.File)!);
        }

        return isDefault;
    }

    private List<(string Name, string Value)> Settings()
    {
        List<(string, string)> settings =
        [
            (TenantFlags.BaseUrl.Name, answers.Tenant.GetLeftPart(UriPartial.Authority)),
            (TenantFlags.ClientId.Name, answers.ClientId),
        ];
        settings.Add(answers.Credential switch
        {
            SetupCredential.Secret => (TenantFlags.ClientSecretFile.Name, answers.Profile + ".secret"),
            SetupCredential.NewKey => (TenantFlags.PrivateKeyFile.Name, answers.Profile + ".pem"),
            SetupCredential.InFile file => (file.Setting, file.Path),
            _ => throw new InvalidOperationException("a credential of no kind"),
        });
        settings.AddRange(answers.Others);
        settings.Add((SyncFlags.File.Name, answers.File));
        return settings;
    }
}
