using Auth0Connector.Cli.Commands;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Tests.Safety;
using Auth0Connector.Cli.Tests.Support;

namespace Auth0Connector.Cli.Tests.Commands;

/// <summary>A flag means the same before the command's word and after it.</summary>
public sealed class WordOrderTests
{
    public static TheoryData<string> Commands => [.. CommandTable.Named.Select(static command => command.Name)];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_flag_of_a_command_may_stand_before_its_word(string name)
    {
        var command = CommandTable.Named.Single(command => command.Name == name);
        string[] needed = command is { Words: [var first, ..], WordIsOptional: false } ? [name, first] : [name];
        Assert.All(command.Settings.SelectMany(Spellings), flag =>
        {
            var after = new CommandParser().Parse([.. needed, .. flag]);
            var before = new CommandParser().Parse([.. flag, .. needed]);

            Assert.Equal(name, before.Command.Name);
            Assert.Equal(Told(after), Told(before));
        });
    }

    [Fact]
    public void A_flag_takes_a_value_for_all_commands_or_for_none() => Assert.All(
        CommandTable.Settings.SelectMany(static setting => Spellings(setting).Select(spelling => (Flag: spelling[0].Split('=')[0], IsSwitch: setting.Kind == SettingKind.Switch))).GroupBy(static flag => flag.Flag, StringComparer.Ordinal),
        static flags => Assert.Single(flags.Select(static flag => flag.IsSwitch).Distinct()));

    [Theory]
    [InlineData("", "sync")]
    [InlineData("", "sync", "-f", "demo")]
    [InlineData("", "-f", "resources", "sync")]
    [InlineData("resources", "-f", "demo", "resources")]
    [InlineData("resources", "--file=demo", "resources", "-o", "json")]
    [InlineData("demo", "--strict-flag-of-nobody", "demo")]
    public void The_value_of_a_flag_is_no_command(string command, params string[] arguments)
    {
        var normal = WordOrder.Normalise(arguments);

        Assert.Equal(command, normal is [var word, ..] && CommandTable.Named.Any(known => known.Name == word) ? word : "");
        Assert.Equal(arguments.Length - (arguments.Contains("sync") ? 1 : 0), normal.Count);
    }

    [Theory]
    [InlineData("--help", "help")]
    [InlineData("--help", "help", "sync")]
    [InlineData("grant --help", "help", "grant")]
    [InlineData("export --help", "-f", "a.c1z", "help", "export")]
    [InlineData("export csv --help", "help", "export", "csv")]
    public async Task Help_is_a_word_too(string asFlag, params string[] arguments)
    {
        using var workspace = new Workspace();

        var expected = await workspace.RunAsync(asFlag.Split(' '));
        var result = await workspace.RunAsync(arguments);

        Assert.Equal((0, expected.Out), (result.ExitCode, result.Out));
    }

    [Fact]
    public async Task The_order_of_the_ecosystem_reads_the_file()
    {
        await using var bench = await TenantBench.StartAsync();
        Assert.Equal(0, (await bench.Workspace.RunAsync("-f", "sync.c1z", "sync", "--strict")).ExitCode);

        var before = await bench.Workspace.RunAsync("-f", "sync.c1z", "-o", "csv", "resources");
        var after = await bench.Workspace.RunAsync("resources", "-f", "sync.c1z", "-o", "csv");

        Assert.Equal((0, after.Out), (before.ExitCode, before.Out));
        Assert.NotEmpty(after.Out);
    }

    // A value as one word of its own, and behind the sign of equality.
    private static IEnumerable<string[]> Spellings(SettingDefinition setting) =>
        setting.Kind == SettingKind.Switch
            ? setting.Flags.Select(static flag => new[] { flag })
            : setting.Flags.SelectMany(static flag => new[] { [flag, "demo"], new[] { flag + "=demo" } });

    private static string Told(ParsedCommand parsed) => string.Join(
        ' ', parsed.Invocation.Flags.OrderBy(static flag => flag.Key, StringComparer.Ordinal).Select(static flag => $"{flag.Key}={string.Join(',', flag.Value.Texts)}").Append(parsed.Invocation.Word));
}
