using Auth0Connector.Cli.Commands;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;
using Auth0Connector.Cli.Sync;
using Auth0Connector.Cli.Tenant;

namespace Auth0Connector.Cli.Tests.Configure;

/// <summary>What a profile says, and when it counts: for every setting that can stand in one.</summary>
public sealed class ProfileTests : IDisposable
{
    private readonly ProfileWorkspace _workspace = new();

    public static TheoryData<string> Names => [.. Settings.Select(static setting => setting.Name)];

    public static TheoryData<string, string, string> Units
    {
        get
        {
            var units = new TheoryData<string, string, string>();
            foreach (var setting in Settings)
            {
                foreach (var other in setting.UnitWith)
                {
                    foreach (var source in new[] { "flag", "variable", ".baton.yaml" })
                    {
                        units.Add(setting.Name, other, source);
                    }
                }
            }

            return units;
        }
    }

    private static IEnumerable<SettingDefinition> Settings => SyncFlags.WithEcosystem.Where(static setting => setting.Listed && !setting.ChoosesConfig);

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_source_beats_those_behind_it(string name)
    {
        var setting = Settings.Single(setting => setting.Name == name);
        var (profile, file, variable, flag) = (Value(setting, 1), Value(setting, 2), Value(setting, 3), Value(setting, 4));
        _workspace.WriteProfiles($"profiles:\n  p:\n    {name}: {profile}\n");

        Assert.Equal(profile, Resolve("p").Text(setting));
        _workspace.Write(".baton.yaml", $"{name}: {file}\n");
        if (setting.NotFromConfigFile)
        {
            Assert.Contains("which this file may not", Assert.Throws<UsageException>(() => Resolve("p")).Message, StringComparison.Ordinal);
            _workspace.Write(".baton.yaml", "# nothing\n");
        }
        else
        {
            Assert.Equal(file, Resolve("p").Text(setting));
        }

        _workspace.Variables[setting.Variable] = variable;
        Assert.Equal(variable, Resolve("p").Text(setting));
        Assert.Equal(flag, Resolve("p", (name, flag)).Text(setting));
    }

    [Theory]
    [MemberData(nameof(Units))]
    public void What_goes_with_a_setting_of_the_profile_goes_when_that_comes_from_elsewhere(string name, string other, string source)
    {
        var setting = Settings.Single(setting => setting.Name == name);
        var leader = Settings.Single(setting => setting.Name == other);
        _workspace.WriteProfiles($"profiles:\n  p:\n    {name}: {Value(setting, 1)}\n    {other}: {Value(leader, 1)}\n");
        var flags = Give(leader, Value(leader, 2), source);

        var settings = Resolve("p", flags);

        Assert.Null(settings.Given(setting));
        Assert.Equal(Value(leader, 2), settings.Text(leader));
        Assert.Contains(settings.Warnings, warning => warning.StartsWith($"{name} in profile p counts for nothing", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("flag")]
    [InlineData("variable")]
    [InlineData(".baton.yaml")]
    public void The_default_profile_is_none_of_a_run_whose_tenant_is_named_elsewhere(string source)
    {
        _workspace.WriteProfiles("default-profile: p\nprofiles:\n  p:\n    auth0-base-url: https://acme.eu.auth0.com\n    sync-permissions: true\n    file: prod.c1z\n");
        var flags = Give(TenantFlags.BaseUrl, "https://other.eu.auth0.com", source);

        var settings = Resolve(null, flags);

        Assert.False(settings.IsOn(SyncFlags.Permissions));
        Assert.Equal("sync.c1z", settings.Text(SyncFlags.File));
        Assert.Contains("profile p is the default and counts for nothing here", Assert.Single(settings.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("flag")]
    [InlineData("variable")]
    [InlineData(".baton.yaml")]
    public void A_default_that_is_none_of_the_profiles_stops_only_a_run_that_it_is_for(string source)
    {
        _workspace.WriteProfiles("default-profile: gone\nprofiles:\n  p:\n    file: prod.c1z\n");
        Assert.Contains("there is no profile 'gone'", Assert.Throws<UsageException>(() => Resolve(null)).Message, StringComparison.Ordinal);

        Assert.Empty(Resolve(null, Give(TenantFlags.BaseUrl, "https://other.eu.auth0.com", source)).Warnings);
    }

    [Fact]
    public void The_default_profile_holds_where_nothing_else_names_the_tenant()
    {
        _workspace.WriteProfiles("default-profile: p\nprofiles:\n  p:\n    auth0-base-url: https://acme.eu.auth0.com\n    sync-permissions: true\n");

        Assert.True(Resolve(null).IsOn(SyncFlags.Permissions));
        Assert.Equal("auth0-base-url in profile p", Resolve(null).Given(TenantFlags.BaseUrl)!.Label);
    }

    [Theory]
    [InlineData("prod.c1z", "prod.c1z")]
    [InlineData("../prod.c1z", "../prod.c1z")]
    [InlineData("/srv/prod.c1z", "/srv/prod.c1z")]
    [InlineData("日本/プ ロ%2F.c1z", "日本/プ ロ%2F.c1z")]
    public void A_path_is_relative_to_the_file_that_the_profile_stands_in(string written, string expected)
    {
        _workspace.WriteProfiles($"profiles:\n  p:\n    file: {written}\n    ca-file: {written}\n");

        var path = Path.GetFullPath(expected, _workspace.ConfigFolder);
        Assert.Equal(path, Resolve("p").Text(SyncFlags.File));
        Assert.Equal(path, Resolve("p").Text(TenantFlags.CaFile));
    }

    [Fact]
    public void A_path_may_begin_at_home_and_an_address_is_none()
    {
        _workspace.WriteProfiles("profiles:\n  p:\n    file: ~/prod.c1z\n  q:\n    file: s3://bucket/key.c1z\n");

        Assert.Equal(_workspace.PathOf("prod.c1z"), Resolve("p").Text(SyncFlags.File));
        Assert.Equal("s3://bucket/key.c1z", Resolve("q").Text(SyncFlags.File));
    }

    [Fact]
    public void Paths_of_the_configuration_file_stay_relative_to_the_working_directory()
    {
        _workspace.WriteProfiles("profiles:\n  p:\n    expand: none\n");
        _workspace.Write("nightly.yaml", "file: out.c1z\n");

        var settings = Resolve("p", ("config", "nightly.yaml"));

        Assert.Equal("out.c1z", settings.Text(SyncFlags.File));
        Assert.Equal("none", settings.Choice(SyncFlags.Expand));
    }

    [Fact]
    public void Every_command_that_looks_into_a_file_finds_the_configured_one()
    {
        _workspace.WriteProfiles("default-profile: p\nprofiles:\n  p:\n    file: /srv/prod.c1z\n");
        var readers = CommandTable.Named.Where(static command => command.Settings.Any(static setting => setting is { Name: "file", IsOfEveryCommand: true })).ToList();
        Assert.True(readers.Count >= 15, $"only {readers.Count} commands look into a file");
        foreach (var command in readers)
        {
            var setting = command.Settings.Single(static setting => setting.Name == "file");
            Assert.Equal("/srv/prod.c1z", _workspace.Resolve(command).Text(setting));
        }

        _workspace.Write(".baton.yaml", "file: here.c1z\n");
        foreach (var command in readers)
        {
            var setting = command.Settings.Single(static setting => setting.Name == "file");
            Assert.Equal("here.c1z", _workspace.Resolve(command).Text(setting));
            Assert.Equal("flag.c1z", _workspace.Resolve(command, ("file", "flag.c1z")).Text(setting));
        }
    }

    [Theory]
    [InlineData(null, "--profile: there are no profiles (~/auth0-connector/config.yaml does not exist); 'auth0-connector setup' makes one")]
    [InlineData("profiles:\n  q:\n    file: a\n", "--profile: there is no profile 'p' in ~/auth0-connector/config.yaml; it has q")]
    [InlineData("profiles:\n", "--profile: there is no profile 'p' in ~/auth0-connector/config.yaml; it has none; 'auth0-connector setup' makes one")]
    [InlineData("- p\n", "~/auth0-connector/config.yaml: holds no profiles; write 'profiles:' and below it the name of each")]
    [InlineData("profiles: [p]\n", "~/auth0-connector/config.yaml: profiles holds no profiles; write the name of each below it, and its settings below that")]
    [InlineData("profiles:\n  p: text\n", "profile p: holds no settings; write one 'name: value' on each line")]
    [InlineData("profiles:\n  p:\n    file: a\n    file: b\n", "~/auth0-connector/config.yaml: names a key twice, at line 4; write one 'name: value' on each line")]
    [InlineData("profiles:\n  p:\n    file: [a, b]\n", "file in profile p: is a list; give one value")]
    [InlineData("profiles:\n  p:\n    workers: lots\n", "workers in profile p: 'lots' is not a whole number; give one from 1 to 256")]
    public void A_mistake_in_it_is_said_in_one_line(string? text, string message)
    {
        if (text is not null)
        {
            _workspace.WriteProfiles(text);
        }

        Assert.Equal(message, Assert.Throws<UsageException>(() => Resolve("p")).Message);
    }

    [Fact]
    public void A_configuration_that_others_can_write_is_not_believed()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        _workspace.WriteProfiles("profiles:\n  p:\n    file: a\n");
        foreach (var mode in new[] { UnixFileMode.GroupWrite, UnixFileMode.OtherWrite })
        {
            File.SetUnixFileMode(_workspace.ConfigPath, UnixFileMode.UserRead | UnixFileMode.UserWrite | mode);

            Assert.Contains("can be written by others", Assert.Throws<UsageException>(() => Resolve("p")).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_slip_in_a_profile_is_warned_of()
    {
        _workspace.WriteProfiles("default-profil: p\nprofiles:\n  p:\n    auth0-client-idd: x\n");
        _workspace.Write(".baton.yaml", "profile: p\n");

        Assert.Equal(
            [
                ".baton.yaml: unknown key 'profile' is ignored; profiles stand in your own config.yaml, and --profile, BATON_PROFILE or 'profile use' choose one",
                "~/auth0-connector/config.yaml: unknown key 'default-profil' is ignored; did you mean 'default-profile'?",
                "profile p: unknown key 'auth0-client-idd' is ignored; did you mean 'auth0-client-id'?",
            ],
            Resolve("p").Warnings);
    }

    private (string Name, string Value)[] Give(SettingDefinition setting, string value, string source)
    {
        switch (source)
        {
            case "flag":
                return [(setting.Name, value)];
            case "variable":
                _workspace.Variables[setting.Variable] = value;
                return [];
            default:
                _workspace.Write(source, $"{setting.Name}: {value}\n");
                return [];
        }
    }

    private ResolvedSettings Resolve(string? profile, params (string Name, string Value)[] flags) =>
        _workspace.Resolve(SyncCommand.Definition, profile is null ? flags : [.. flags, ("profile", profile)]);

    // Some value that is allowed, another one for each number where there are so many.
    private static string Value(SettingDefinition setting, int number) => setting.Kind switch
    {
        SettingKind.Switch => number % 2 == 0 ? "true" : "false",
        SettingKind.Number => (setting.Least + number).ToString(System.Globalization.CultureInfo.InvariantCulture),
        SettingKind.Fraction => "0." + number,
        SettingKind.Choice when setting.Name == "storage-engine" => "sqlite",
        SettingKind.Choice => setting.Choices[number % setting.Choices.Count],
        _ => $"/some/{number}",
    };
}
