using System.Text;
using Auth0Connector.Analysis.Listing;

namespace Auth0Connector.Analysis.Tests.Listing;

/// <summary>What cannot be in a message is passed over; what may be is never.</summary>
public sealed class TextTraceTests
{
    [Theory]
    [InlineData("ada@example.com", "xx ADA@Example.COM yy", true)]
    [InlineData("ada@example.com", "ada@example.com", true)]
    [InlineData("ada@example.com", "@ada@example.co ada@example.org", false)]
    [InlineData("aab", "aaab", true)]
    [InlineData("read:x", "urn:READ:X", true)]
    [InlineData("auth0|5f", "auth0|5e auth0|5F", true)]
    [InlineData("Ada Lovelace", "Lovelace and, elsewhere, ada", true)]
    [InlineData("Ada Lovelace", "Ada Loveless", false)]
    [InlineData("José García", "JOSÉ GARCÍA", true)]
    [InlineData("José García", "JOSÉ GOMEZ", false)]
    [InlineData("さくら", "anything", true)]
    [InlineData("é", "anything", true)]
    [InlineData("", "anything", true)]
    [InlineData("ab", "", false)]
    [InlineData("ab", "a", false)]
    [InlineData("ab", "bab", true)]
    public void A_text_is_looked_for_in_any_case(string text, string message, bool mayBe) =>
        Assert.Equal(mayBe, new TextTrace(text).MayBeIn(Encoding.UTF8.GetBytes(message)));

    [Fact]
    public void No_letter_of_another_alphabet_is_the_same_as_one_of_ASCII()
    {
        // Otherwise a text could be met whose bytes are others.
        for (var letter = 0x80; letter <= char.MaxValue; letter++)
        {
            for (var plain = '!'; plain <= '~'; plain++)
            {
                Assert.False(string.Equals(((char)letter).ToString(), plain.ToString(), StringComparison.OrdinalIgnoreCase), $"U+{letter:X4}");
            }
        }
    }
}
