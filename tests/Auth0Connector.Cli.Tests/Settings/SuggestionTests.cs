using Auth0Connector.Cli.Settings;
using CsCheck;

namespace Auth0Connector.Cli.Tests.Settings;

public sealed class SuggestionTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("file", "", 4)]
    [InlineData("file", "flie", 1)]
    [InlineData("workers", "worker", 1)]
    [InlineData("demo", "dmeo", 1)]
    [InlineData("concurrency", "parallel", 10)]
    public void The_distance_counts_edits(string from, string to, int edits) => Assert.Equal(edits, Suggestion.Distance(from, to));

    [Fact]
    public void The_distance_is_the_same_both_ways() =>
        Gen.Select(Gen.String[0, 12], Gen.String[0, 12]).Sample((from, to) => Suggestion.Distance(from, to) == Suggestion.Distance(to, from));

    [Theory]
    [InlineData("auth0-client-secert", "auth0-client-secret")]
    [InlineData("xyz", null)]
    public void Only_what_is_near_is_suggested(string word, string? expected) =>
        Assert.Equal(expected, Suggestion.For(word, ["file", "auth0-client-id", "auth0-client-secret"]));
}
