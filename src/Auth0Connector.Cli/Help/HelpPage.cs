using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Help;

/// <summary>Help for a command, from the same tables that drive it.</summary>
internal static class HelpPage
{
    private const int Indent = 34;
    private const int Width = 100;

    /// <summary>Headings in the order of the page.</summary>
    public static IReadOnlyList<(SettingGroup Group, string Title)> Headings { get; } =
    [
        (SettingGroup.Tenant, "Tenant"),
        (SettingGroup.Reading, "What to read"),
        (SettingGroup.Selection, "What to show"),
        (SettingGroup.MockData, "What the tenant holds"),
        (SettingGroup.MockBehaviour, "How the tenant behaves"),
        (SettingGroup.Change, "What to change"),
        (SettingGroup.Output, "Output"),
        (SettingGroup.Pace, "Pace and patience"),
        (SettingGroup.Service, "Service mode"),
        (SettingGroup.Logs, "Logs"),
        (SettingGroup.Configuration, "Where settings come from"),
        (SettingGroup.Advanced, "Advanced"),
    ];

    /// <summary>Writes the page to standard output.</summary>
    /// <param name="command">What it is about.</param>
    /// <param name="listed">The commands that the program's own page names.</param>
    /// <param name="session">Where it goes.</param>
    public static void Write(CommandDefinition command, IEnumerable<CommandDefinition> listed, Session session) =>
        Write(command, listed, new TerminalHelp(session.Consoles, Indent, Width));

    /// <summary>Writes the page.</summary>
    public static void Write(CommandDefinition command, IEnumerable<CommandDefinition> listed, IHelpForm page)
    {
        var isSync = command.Name.Length == 0;
        page.Title(command.Name, command.Summary);
        page.Heading("Usage");
        page.Line($"  auth0-connector {(isSync ? $"[{CommandWords.Sync}]" : command.Name)}{Syntax(command)}");
        if (isSync)
        {
            page.Line("  auth0-connector COMMAND [flags]");
            page.Line($"  auth0-connector {CommandWords.Help} [COMMAND]");
            page.Heading("Commands");
            foreach (var named in listed)
            {
                page.Entry("  " + named.Name, named.Summary);
            }
        }

        foreach (var (group, title) in Headings)
        {
            Settings(page, title, [.. command.Settings.Where(setting => setting.Group == group && setting.Listed)], isSync);
        }

        page.Heading("Help");
        page.Entry("  -h, --help", "This page.");
        page.Entry("  -v, --version", "The version.");
        Examples(page, command);
        if (isSync)
        {
            Sources(page);
            ExitCodeTable(page);
        }
    }

    private static string Syntax(CommandDefinition command)
    {
        var word = command.Words.Count == 0 ? string.Empty
            : command.WordIsOptional ? $" [{string.Join('|', command.Words)}]"
            : $" {string.Join('|', command.Words)}";
        var operands = string.Concat(command.Operands.Select(operand => $" [{operand}]"));
        return word + operands + (command.Settings.Count > 0 ? " [flags]" : string.Empty);
    }

    private static void Settings(IHelpForm page, string title, IReadOnlyList<SettingDefinition> settings, bool isSync)
    {
        if (settings.Count == 0)
        {
            return;
        }

        page.Heading(title);
        foreach (var setting in settings)
        {
            page.Entry(Flag(setting), $"{setting.Help}{Facts(setting, isSync || setting.Group == SettingGroup.Logs)}");
        }
    }

    private static string Flag(SettingDefinition setting)
    {
        var letter = setting.ShortName is { } name ? $"-{name}, " : "    ";
        var value = setting.Kind == SettingKind.Switch ? string.Empty : " " + setting.Placeholder;
        return $"  {letter}--{setting.Name}{value}";
    }

    private static string Facts(SettingDefinition setting, bool hasVariable)
    {
        var facts = new List<string>();
        if ((setting.DefaultInWords ?? setting.Default) is { } normal)
        {
            facts.Add($"default: {normal}");
        }

        if (hasVariable)
        {
            facts.Add(setting.Variable);
        }

        return facts.Count == 0 ? string.Empty : $" [{string.Join("; ", facts)}]";
    }

    private static void Examples(IHelpForm page, CommandDefinition command)
    {
        if (command.Examples.Count == 0)
        {
            return;
        }

        page.Heading("Examples");
        foreach (var (line, what) in command.Examples)
        {
            page.Line($"  {line}");
            page.Line($"      {what}");
        }
    }

    private static void Sources(IHelpForm page)
    {
        page.Heading("Settings");
        page.Paragraph(
            "A flag beats its variable, the variable beats the configuration file (./.baton.yaml, or the one that --config or "
            + "BATON_CONFIG_PATH names; its keys are the flags' names), the file beats the profile (of config.yaml below ~/.config/auth0-connector), "
            + "and that the default; 'env' shows what comes from where. The other flags that connectors of the Baton ecosystem "
            + "have are recognised: what has no effect here is ignored, what cannot work is refused with the reason.");
    }

    private static void ExitCodeTable(IHelpForm page)
    {
        page.Heading("Exit codes");
        foreach (var (code, meaning) in ExitCodes.All)
        {
            page.Line($"  {code,3}  {meaning}");
        }
    }
}
