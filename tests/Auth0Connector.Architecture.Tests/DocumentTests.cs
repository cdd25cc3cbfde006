namespace Auth0Connector.Architecture.Tests;

/// <summary>The page about the architecture speaks of every project.</summary>
public sealed class DocumentTests
{
    private static readonly string Root = FindRoot(AppContext.BaseDirectory);

    public static TheoryData<string> Projects => [.. Directory.EnumerateDirectories(Path.Combine(Root, "src")).Select(static folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_project_is_in_the_picture_and_in_the_table(string project)
    {
        var page = File.ReadAllText(Path.Combine(Root, "docs", "architecture.md"));
        var picture = page.Split("```")[1];

        Assert.Contains(project["Auth0Connector.".Length..], picture, StringComparison.Ordinal);
        Assert.Contains($"| `{project}` |", page, StringComparison.Ordinal);
    }

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "Auth0Connector.sln")) ? folder : FindRoot(Path.GetDirectoryName(folder)!);
}
