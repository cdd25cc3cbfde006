using System.Globalization;
using Xunit.Abstractions;

namespace Auth0Connector.Browser.Tests;

/// <summary>
/// How long a report of 100,000 people takes to open, told and not judged:
/// <c>dotnet test tests/Auth0Connector.Browser.Tests --filter Opening --logger "console;verbosity=detailed"</c>.
/// </summary>
[Collection(SharedReports.Name)]
public sealed class OpeningTests(ReportFixture reports, ITestOutputHelper output)
{
    private const int Times = 5;

    [Theory]
    [InlineData("")]
    [InlineData("#view=people")]
    [InlineData("#user=auth0%7C99999")]
    public async Task A_hundred_thousand_people_are_there_each_time_and_how_soon_is_told(string address)
    {
        var taken = new List<double>();
        for (var time = 0; time < Times; time++)
        {
            await using var report = await reports.OpenAsync(reports.Large, address);

            // From the start of navigation to the frame after the page said that it is ready.
            taken.Add(await report.Page.EvaluateAsync<double>("() => performance.getEntriesByName('ready')[0].startTime"));
            Assert.Equal(ReportFixture.Many, await report.Page.EvaluateAsync<int>("() => performance.getEntriesByName('ready')[0].detail"));
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"report of {ReportFixture.Many:N0} people, {new FileInfo(reports.Large).Length / 1e6:0.0} MB, '{address}': {string.Join(", ", taken.Order().Select(one => $"{one:0}"))} ms, median {taken.Order().ElementAt(Times / 2):0} ms"));
    }
}
