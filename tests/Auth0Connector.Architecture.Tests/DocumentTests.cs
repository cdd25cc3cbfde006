namespace Auth0Connector.Architecture.Tests;

/// <summary>The page about the architecture speaks of every project.</summary>
public sealed class DocumentTests
{
    public static TheoryData<string> Projects => [.. Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src")).Select(static folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_project_is_in_the_picture_and_in_the_table(string project)
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "architecture.md"));
        var picture = page.Split("```")[1];

        Assert.Contains(project["Auth0Connector.".Length..], picture, StringComparison.Ordinal);
        Assert.Contains($"| `{project}` |", page, StringComparison.Ordinal);
    }
}
