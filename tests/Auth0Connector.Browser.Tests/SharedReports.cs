namespace Auth0Connector.Browser.Tests;

/// <summary>One browser and one pair of reports for all tests: making 100,000 people takes longer than looking at them.</summary>
[CollectionDefinition(Name)]
public sealed class SharedReports : ICollectionFixture<ReportFixture>
{
    public const string Name = "reports";
}
