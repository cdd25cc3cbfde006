namespace Auth0Connector.Architecture.Tests;

/// <summary>Folders of a project know each other in one direction.</summary>
public sealed class FolderTests
{
    /// <summary>The projects that hold to it; one more is one more line.</summary>
    public static TheoryData<string> Projects =>
    [
        "Auth0Connector.AccessFile",
        "Auth0Connector.Analysis",
        "Auth0Connector.Cli",
        "Auth0Connector.ManagementApi",
        "Auth0Connector.ObjectStore",
        "Auth0Connector.Provisioning",
        "Auth0Connector.Service",
        "Auth0Connector.Sync",
        "Auth0Connector.Tables",
        "Auth0Connector.Vocabulary",
    ];

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_folders_of_a_project_import_each_other_in_a_circle(string project)
    {
        var types = LayeringTests.Solution.Types.ToList();

        Assert.Contains(types, type => type.Namespace?.FullName.StartsWith(project, StringComparison.Ordinal) == true);
        Demand.None(FolderCircles.In(types, project));
    }

    [Fact]
    public void A_circle_is_seen_and_named()
    {
        var circle = Assert.Single(FolderCircles.In(LayeringTests.Violating.Types, "Auth0Connector.Violations"));

        Assert.Equal(
            """
            Auth0Connector.Violations: Left, Right
              Left -> Right: LeansRight uses LeansLeft
              Right -> Left: LeansLeft uses Leaf
            """,
            circle,
            ignoreLineEndingDifferences: true);
    }
}
