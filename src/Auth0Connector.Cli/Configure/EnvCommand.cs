using Auth0Connector.Cli.Lists;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;
using Auth0Connector.Cli.Sync;

namespace Auth0Connector.Cli.Configure;

/// <summary>Shows every setting of a sync as it would be here and now, and where it comes from.</summary>
internal static class EnvCommand
{
    /// <summary>What it is called, which settings it has and what it does.</summary>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "env",
        Summary = "Shows every setting as it is here and now, and where it comes from; secrets masked.",
        Settings = [.. SyncFlags.WithEcosystem.Where(static setting => setting.Name != ListFlags.Output.Name), ListFlags.Output],
        Examples =
        [
            ("auth0-connector env --profile prod", "what a sync with that profile would go by"),
            ("auth0-connector env -o json", "for a script"),
        ],
        Sources = SettingSources.Everywhere,
        ReadsLogLate = true,
        Run = RunAsync,
    };

    /// <summary>Runs it.</summary>
    public static Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (session, settings) = (context.Session, context.Settings);
        var form = ListForms.Read(settings);

        // The form of this list is none of a sync's: only the sync's own default can be told here.
        var rows = SyncFlags.WithEcosystem
            .Where(setting => setting.Listed || settings.Given(setting) is not null)
            .Where(static setting => setting.Name != ListFlags.Output.Name && !setting.ChoosesConfig)
            .Select(setting => ConfiguredSetting.Of(setting, settings));
        var shape = ConfiguredSetting.Shape;
        if (form == ListForm.Table)
        {
            WriteFiles(session, settings.Configs);
        }

        ListOutput.Write(session, shape, new ListOptions<ConfiguredSetting>(form, shape.Columns, Sort: null, IsDescending: false, Limit: null), rows);
        foreach (var warning in settings.Warnings)
        {
            session.Consoles.WriteError($"note: {Printable.Of(warning)}");
        }

        return Task.FromResult(ExitCodes.Complete);
    }

    private static void WriteFiles(Session session, ConfigSources configs)
    {
        var consoles = session.Consoles;
        consoles.WriteResult($"Configuration file  {configs.File?.Name ?? "none here"}");
        consoles.WriteResult(Printable.Of($"Profiles            {(configs.User is { } user ? user.Name : UserConfig.Place(session.Host) is { } place ? $"none, {UserConfig.Shown(session.Host, place)} does not exist" : "none, no home folder is set")}"));
        if (configs.Profile is { } profile)
        {
            consoles.WriteResult(Printable.Of($"Profile             {profile.Name}{(configs.IsAskedFor ? string.Empty : ", the default")}"));
        }
    }
}
