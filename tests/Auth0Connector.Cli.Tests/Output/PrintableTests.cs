using Auth0Connector.Cli.Shell;
using CsCheck;

namespace Auth0Connector.Cli.Tests.Output;

public sealed class PrintableTests
{
    [Theory]
    [InlineData("Zoë 山田 🙂", "Zoë 山田 🙂")]
    [InlineData("a\tb\r\n", "a\\u0009b\\u000d\\u000a")]
    [InlineData("\u001b]0;title\u0007", "\\u001b]0;title\\u0007")]
    [InlineData("\u009b31m", "\\u009b31m")]
    [InlineData("abc\u202edef", "abc\\u202edef")]
    [InlineData("ad\u200bmin\ufeff\u061c\u2060", "ad\\u200bmin\\ufeff\\u061c\\u2060")]
    [InlineData("\u0645\u06cc\u200c\u062e 👩\u200d💻", "\u0645\u06cc\u200c\u062e 👩\u200d💻")]
    public void Controls_are_shown_as_codes_and_names_are_left_alone(string text, string expected) =>
        Assert.Equal(expected, Printable.Of(text));

    [Fact]
    public void No_text_brings_a_control_to_the_terminal() =>
        Gen.String.Sample(text => Assert.DoesNotContain(Printable.Of(text), char.IsControl));

    [Fact]
    public void Markup_in_a_name_is_no_markup() => Assert.Equal("[[red]]x", Printable.Markup("[red]x"));
}
