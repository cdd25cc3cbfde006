using Auth0Connector.Cli.Lists;
using Auth0Connector.Cli.Logging;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;
using Auth0Connector.Cli.Sync;

namespace Auth0Connector.Cli.Configure;

/// <summary>Lists the profiles of a person's own configuration, shows one, and chooses the default.</summary>
internal static class ProfileCommand
{
    private const string List = "list";
    private const string Use = "use";
    private const string Show = "show";

    /// <summary>What it is called, which settings it has and what it does.</summary>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "profile",
        Summary = "Lists your profiles, shows one of them, or makes one the default.",
        Words = [List, Use, Show],
        Operands = ["NAME"],
        Settings = [ListFlags.Output, .. LogFlags.All],
        Examples =
        [
            ("auth0-connector profile list", "which there are, and which is the default"),
            ("auth0-connector profile use prod", "from now on the default"),
            ("auth0-connector profile show prod", "its settings, secrets masked"),
        ],
        ReadsLogLate = true,
        Run = RunAsync,
    };

    /// <summary>Runs it.</summary>
    public static Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var session = context.Session;
        var place = UserConfig.Place(session.Host)
            ?? throw new UsageException("no home folder is set, so there is no place for profiles; set HOME or XDG_CONFIG_HOME");
        var config = UserConfig.Load(session.Host);
        var name = context.Operands is [var first, ..] ? first : null;
        switch (context.Word)
        {
            case Use:
                UseAsDefault(session, place, Demand(config, place, session.Host), name ?? throw new UsageException("profile use: name the profile that shall be the default"));
                break;
            case Show:
                ShowOne(context, Demand(config, place, session.Host), name);
                break;
            default:
                ListAll(context, config, place, name);
                break;
        }

        return Task.FromResult(ExitCodes.Complete);
    }

    private static UserConfig Demand(UserConfig? config, string place, Host host) =>
        config ?? throw new UsageException($"there are no profiles: {Printable.Short(UserConfig.Shown(host, place))} does not exist; 'auth0-connector setup' makes one");

    private static void ListAll(CommandContext context, UserConfig? config, string place, string? name)
    {
        if (name is not null)
        {
            throw new UsageException("profile list: takes no name; 'profile show NAME' shows one");
        }

        var form = ListForms.Read(context.Settings);
        var rows = config?.Profiles.Select(profile => ProfileRow.Of(profile, config)).ToList() ?? [];
        if (rows.Count == 0 && form == ListForm.Table)
        {
            var shown = Printable.Short(UserConfig.Shown(context.Host, place));
            context.Consoles.WriteResult($"no profiles: {shown} {(config is null ? "does not exist" : "has none")}; 'auth0-connector setup' makes one");
            return;
        }

        Write(context.Session, ProfileRow.Shape, form, rows);
    }

    private static void UseAsDefault(Session session, string place, UserConfig config, string name)
    {
        config.Named(name, "profile use");
        OwnFiles.Write(place, ConfigText.WithDefault(session.Host, place, config.Text, name));
        session.Consoles.WriteResult(Printable.Of($"{name} is the default profile now, in {config.Name}"));
    }

    private static void ShowOne(CommandContext context, UserConfig config, string? name)
    {
        var chosen = name ?? config.Default ?? throw new UsageException($"profile show: name one of {string.Join(", ", config.Profiles.Select(static profile => Printable.Short(profile.Name)))}; there is no default");
        var profile = config.Named(chosen, "profile show");
        var rows = SyncFlags.WithEcosystem
            .Select(setting => profile.Value(setting) is { } value ? ConfiguredSetting.Of(setting, value) : null)
            .OfType<ConfiguredSetting>()
            .ToList();
        foreach (var key in profile.Keys.Where(key => !SyncFlags.WithEcosystem.Any(setting => setting.Names.Contains(key, StringComparer.OrdinalIgnoreCase))))
        {
            context.Consoles.WriteError($"note: {profile.Label}: '{Printable.Short(key)}' is no setting and is ignored");
        }

        Write(context.Session, ConfiguredSetting.Shape, ListForms.Read(context.Settings), rows);
    }

    private static void Write<T>(Session session, ListShape<T> shape, ListForm form, IEnumerable<T> rows) =>
        ListOutput.Write(session, shape, new ListOptions<T>(form, shape.Columns, Sort: null, IsDescending: false, Limit: null), rows);
}
