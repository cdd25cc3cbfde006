using System.Text.Json;
using Auth0Connector.Cli.Lists;
using Auth0Connector.Cli.Tests.Support;

namespace Auth0Connector.Cli.Tests.Looking;

public sealed class SortingTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public SortingTests() => new SampleTenant()
        .Person("auth0|odd", "\u202eodd \u0007 \"name\", 日本 \ud83d\ude00", "odd@example.com")
        .Write(_workspace.PathOf("sync.c1z"));

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("jsonl")]
    [InlineData("csv")]
    [InlineData("markdown")]
    public async Task Sorted_rows_are_the_same_rows_in_another_order(string form)
    {
        var plain = await _workspace.RunAsync("resources", "-o", form);
        var sorted = await _workspace.RunAsync("resources", "-o", form, "--sort", "-id");

        Assert.NotEqual(plain.Out, sorted.Out);
        Assert.Equal(plain.Out.Split('\n').Order(StringComparer.Ordinal), sorted.Out.Split('\n').Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Sorted_json_is_one_object_in_that_order()
    {
        var result = await _workspace.RunAsync("resources", "-t", "user", "-o", "json", "--sort", "-id", "--limit", "3");

        using var json = JsonDocument.Parse(result.Out);
        Assert.Equal(
            ["auth0|odd", "auth0|dan", "auth0|carol"],
            json.RootElement.GetProperty("resources").EnumerateArray().Select(row => row.GetProperty("resource").GetProperty("id").GetProperty("resource").GetString()));
    }

    [Fact]
    public void What_is_set_aside_comes_back_from_memory_and_from_the_disk()
    {
        using var shown = new SpillStream();
        var pieces = Enumerable.Range(0, 300).Select(i => Enumerable.Repeat((byte)i, 40_000 + i).ToArray()).ToList();
        var places = new List<long>();
        foreach (var piece in pieces)
        {
            places.Add(shown.Length);
            shown.Add(piece);
        }

        foreach (var i in Enumerable.Range(0, 300).Reverse())
        {
            var read = new byte[pieces[i].Length];
            shown.Read(places[i], read);
            Assert.Equal(pieces[i], read);
        }
    }
}
