using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Setup;

/// <summary>Runs a command with a profile and nothing else, as it will run tomorrow without today's variables.</summary>
internal static class ProfileRun
{
    /// <summary>Runs it.</summary>
    public static async Task<int> RunAsync(Session session, CommandDefinition command, string profile, IReadOnlyList<SettingDefinition> known, CancellationToken cancellationToken)
    {
        var host = session.Host with
        {
            Variables = session.Host.Variables.Where(static pair => !pair.Key.StartsWith("BATON_", StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal),

            // No .baton.yaml of the folder where setup was run.
            WorkingDirectory = Path.GetDirectoryName(UserConfig.Place(session.Host)),
        };
        using var alone = new Session(host);
        var flags = new Dictionary<string, SettingValue>(StringComparer.Ordinal) { [ConfigFlags.Profile.Name] = new($"--{ConfigFlags.Profile.Name}", [profile]) };
        return await ErrorPresenter.GuardAsync(alone, async () =>
        {
            using var context = CommandContext.Open(alone, command, new Invocation(flags, Word: null), known);
            return await command.Run(context, cancellationToken);
        });
    }
}
