using System.Text;
using Auth0Connector.Cli.Tests.Support;

namespace Auth0Connector.Cli.Tests.Errors;

public sealed class ConfigurationMistakeTests
{
    public static TheoryData<int, string> Rows()
    {
        var rows = new TheoryData<int, string>();
        for (var index = 0; index < ConfigurationMistakes.All.Count; index++)
        {
            rows.Add(index, $"{ConfigurationMistakes.All[index].Group}: {ConfigurationMistakes.All[index].Title}");
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_mistake_is_answered_as_documented(int index, string title)
    {
        var mistake = ConfigurationMistakes.All[index];

        var result = await mistake.MakeAsync();

        Assert.Equal($"error: {mistake.Message}\n", result.Error);
        Assert.Equal(mistake.ExitCode, result.ExitCode);
        Assert.True(result.Out.Length == 0, title);
    }

    [Fact]
    public void There_are_at_least_forty_of_them() => Assert.True(ConfigurationMistakes.All.Count >= 40);

    [Fact]
    public void The_documentation_lists_exactly_these()
    {
        var table = new StringBuilder();
        foreach (var group in ConfigurationMistakes.All.GroupBy(mistake => mistake.Group))
        {
            table.Append($"\n### {group.Key}\n\n| Mistake | Given | Message after `error: ` | Code |\n|---|---|---|---|\n");
            foreach (var mistake in group)
            {
                table.Append($"| {Cell(mistake.Title)} | {Cell(mistake.Given())} | {Cell(mistake.Message)} | {mistake.ExitCode} |\n");
            }
        }

        Approved.CheckPart("docs/errors.md", "mistakes", table.Append('\n').ToString());
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
