using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Commands;

/// <summary>What every completion script has to know of the command line.</summary>
internal static class CompletionWords
{
    /// <summary>All that scripts speak of, the sync first.</summary>
    public static IEnumerable<CommandDefinition> Commands => CommandTable.Listed.Prepend(CommandTable.Sync);

    /// <summary>The words that are commands.</summary>
    public static IEnumerable<string> Names => CommandTable.Listed.Select(static command => command.Name);

    /// <summary>Every spelling of a flag whose value is the next word. No flag is a switch in one command and takes a value in another.</summary>
    public static IEnumerable<string> Valued =>
        Commands.SelectMany(Listed).Where(static setting => setting.Kind != SettingKind.Switch).SelectMany(static setting => setting.Flags).Distinct(StringComparer.Ordinal);

    /// <summary>Each list of choices, with the commands and flags that have it.</summary>
    public static IEnumerable<IGrouping<string, (string Command, string Flag)>> Choices =>
        from command in Commands
        from setting in Listed(command)
        where setting.Choices.Count > 0
        from flag in setting.Flags
        group (command.Name, flag) by string.Join(' ', setting.Choices);

    /// <summary>The settings of a command that help lists.</summary>
    public static IEnumerable<SettingDefinition> Listed(CommandDefinition command) => command.Settings.Where(static setting => setting.Listed);

    /// <summary>The flags to offer for a command.</summary>
    public static string Flags(CommandDefinition command) =>
        string.Join(' ', Listed(command).SelectMany(static setting => setting.Offered).Append("--help"));
}
