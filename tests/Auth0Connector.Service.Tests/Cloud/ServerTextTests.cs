using Auth0Connector.Service.Cloud;

namespace Auth0Connector.Service.Tests.Cloud;

/// <summary>What of a server's words reaches a message of ours.</summary>
public sealed class ServerTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData(" \n", "")]
    [InlineData("the tenant is suspended", ": the tenant is suspended")]
    [InlineData("two\nlines\u001b[31m", ": two\\u000alines\\u001b[31m")]
    [InlineData("your token is token-1, is it not", ": your token is ***, is it not")]
    [InlineData("got eyJhbGciOiJFZERTQSIsIm5vbmNlIjoiMDAxMTIyMzM0NDU1NjYifQ.eyJpc3MiOiJhIn0.c2ln for that", ": got *** for that")]
    public void It_is_one_line_without_what_could_be_a_secret(string? text, string shown) =>
        Assert.Equal(shown, ServerText.After(text, "token-1", null, ""));

    [Fact]
    public void It_is_short_and_half_a_secret_at_the_cut_is_none()
    {
        var shown = ServerText.After(string.Concat(Enumerable.Repeat("so it goes ", 27)) + "token-1 and on and on", "token-1");

        Assert.EndsWith("***...", shown, StringComparison.Ordinal);
        Assert.Equal(305, shown.Length);
    }

    [Fact]
    public void A_text_without_end_is_cut_all_the_same() =>
        Assert.InRange(ServerText.After(new string('x', 10_000_000)).Length, 1, 305);
}
