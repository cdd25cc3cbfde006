using Auth0Connector.Cli.Commands;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Tests.Support;

namespace Auth0Connector.Cli.Tests.Commands;

/// <summary>Lines typed into a real bash.</summary>
public sealed class BashCompletionTests
{
    private static string AnyCommand { get; } = string.Join(' ', CompletionWords.Names);

    private static string Sync { get; } = $"{AnyCommand} {CompletionWords.Flags(CommandTable.Sync)}";

    [Fact]
    public async Task A_command_is_the_first_word_that_is_one_and_no_value_of_a_flag()
    {
        await CheckAsync(
            ("auth0-connector ", Sync),
            ("auth0-connector gra", "grants grant"),
            ("auth0-connector -f grant ", Sync),
            ("auth0-connector -f grant resources ", Flags("resources")),
            ("auth0-connector --file=grant resources ", Flags("resources")),
            ("auth0-connector --auth0-base-url http://who:80 explain ", Flags("explain")),
            ("auth0-connector --strict grants ", Flags("grants")),
            ("auth0-connector grants --role export ", Flags("grants")),
            ("auth0-connector grants --resource role:diff ", Flags("grants")),
            ("auth0-connector grants --resource role: diff ", Flags("grants")),
            ("auth0-connector grants --role 'who else' ", Flags("grants")),
            ("auth0-connector grants who ", Flags("grants")),
            ("auth0-connector nothing grants ", Flags("grants")),
            ("auth0-connector grants -- ", string.Empty));
    }

    [Fact]
    public async Task Every_command_offers_its_words_until_one_stands_whatever_the_values_of_flags_are()
    {
        var lines = new List<(string, string)>();
        foreach (var command in CommandTable.Listed)
        {
            var flags = CompletionWords.Flags(command);
            var words = string.Join(' ', command.Words.Append(flags));
            lines.Add(($"auth0-connector {command.Name} ", words));
            foreach (var word in command.Words)
            {
                lines.Add(($"auth0-connector {command.Name} {word} ", flags));
                lines.AddRange(CompletionWords.Listed(command).Where(static setting => setting.Kind != SettingKind.Switch).Take(1)
                    .Select(setting => ($"auth0-connector {command.Name} --{setting.Name} {word} ", words)));
            }
        }

        await CheckAsync([.. lines]);
    }

    [Fact]
    public async Task Every_flag_in_every_spelling_keeps_its_value_from_being_a_command()
    {
        var other = CommandTable.Listed.Last(static command => command.Words.Count == 0).Name;
        var lines =
            from command in CommandTable.Listed
            from setting in CompletionWords.Listed(command)
            from flag in setting.Names.Select(static name => "--" + name).Concat(setting.ShortName is { } letter ? [$"-{letter}"] : [])
            group setting by flag into same
            let valued = same.First().Kind != SettingKind.Switch
            select ($"auth0-connector {same.Key} {other} ", valued ? Sync : Flags(other));

        await CheckAsync([.. lines]);
    }

    [Fact]
    public async Task A_flag_with_choices_offers_those_of_its_command()
    {
        await CheckAsync(
            ("auth0-connector --output ", "table json console"),
            ("auth0-connector grants --output ", "table json jsonl csv markdown console"),
            ("auth0-connector findings -o s", "sarif"),
            ("auth0-connector grants --output=m", "markdown"),
            ("auth0-connector grants --role --output ", Flags("grants")),
            ("auth0-connector grants --role ", string.Empty));
    }

    [Fact]
    public void No_flag_is_a_switch_in_one_command_and_takes_a_value_in_another()
    {
        var spellings =
            from command in CompletionWords.Commands
            from setting in CompletionWords.Listed(command)
            from name in setting.Names
            group setting.Kind == SettingKind.Switch by name;

        Assert.All(spellings, static same => Assert.Single(same.Distinct()));
    }

    private static string Flags(string command) => CompletionWords.Flags(CommandTable.Listed.Single(listed => listed.Name == command));

    private static async Task CheckAsync(params (string Line, string Offered)[] expected)
    {
        using var workspace = new Workspace();
        var script = (await workspace.RunAsync("completion", "bash")).Out;

        var offered = await TypedBash.OfferedAsync(workspace, script, expected.Select(static line => line.Line));

        Assert.Equal(expected, expected.Zip(offered, static (line, words) => (line.Line, words)));
        Assert.Equal(expected.Length, offered.Count);
    }
}
