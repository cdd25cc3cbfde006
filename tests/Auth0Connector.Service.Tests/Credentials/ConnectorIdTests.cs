using Auth0Connector.Service.Credentials;

namespace Auth0Connector.Service.Tests.Credentials;

/// <summary>A client id taken apart, or told what is wrong with it.</summary>
public sealed class ConnectorIdTests
{
    [Theory]
    [InlineData("clever-otter-12345@acme.conductor.one/spc", "clever-otter-12345", "acme.conductor.one", "acme.conductor.one", "https://acme.conductor.one/")]
    [InlineData("a@host/", "a", "host", "host", "https://host/")]
    [InlineData("a@host:8443/spc", "a", "host:8443", "host", "https://host:8443/")]
    [InlineData("a@host/spc/more@and/more", "a", "host", "host", "https://host/")]
    [InlineData("a/b@host/spc", "a/b", "host", "host", "https://host/")]
    [InlineData("a@127.0.0.1:1/spc", "a", "127.0.0.1:1", "127.0.0.1", "https://127.0.0.1:1/")]
    [InlineData("a@[::1]:8443/spc", "a", "[::1]:8443", "[::1]", "https://[::1]:8443/")]
    [InlineData("a@[::1]/spc", "a", "[::1]", "[::1]", "https://[::1]/")]
    public void An_id_says_who_and_where(string text, string name, string host, string audience, string root)
    {
        var id = ConnectorId.Parse(text);

        Assert.Equal((name, host, audience, text, root), (id.Name, id.Host, id.Audience, id.Whole, id.Address.Root.AbsoluteUri));
    }

    [Fact]
    public void Line_breaks_around_an_id_are_none_of_it() =>
        Assert.Equal("a@host/spc", ConnectorId.Parse(" a@host/spc\r\n").Whole);

    [Theory]
    [InlineData("", "is empty")]
    [InlineData(" \n", "is empty")]
    [InlineData("clever-otter", "has no '@'")]
    [InlineData("clever-otter/acme.conductor.one", "has no '@'")]
    [InlineData("@acme.conductor.one/spc", "has no name before its '@'")]
    [InlineData("clever-otter@acme.conductor.one", "has no '/' after its host")]
    [InlineData("clever/otter@acme.conductor.one", "has no '/' after its host")]
    [InlineData("clever-otter@/spc", "something other than a host")]
    [InlineData("clever-otter@https://acme.conductor.one/spc", "something other than a host")]
    [InlineData("clever-otter@acme.conductor.one:/spc", "something other than a host")]
    [InlineData("clever-otter@acme.conductor.one:0/spc", "something other than a host")]
    [InlineData("clever-otter@acme.conductor.one:65536/spc", "something other than a host")]
    [InlineData("clever-otter@acme.conductor.one:+1/spc", "something other than a host")]
    [InlineData("clever-otter@acme.conductor.one:443:1/spc", "something other than a host")]
    [InlineData("clever-otter@::1/spc", "something other than a host")]
    [InlineData("clever-otter@[::1/spc", "something other than a host")]
    [InlineData("clever-otter@user@acme.conductor.one/spc", "something other than a host")]
    [InlineData("clever-otter@acme.conductor.one?x=1/spc", "something other than a host")]
    [InlineData("clever-otter@acme conductor.one/spc", "holds a blank")]
    [InlineData("clever-otter@acme.conductor.one/s\tc", "holds a blank")]
    [InlineData("clever-otter@\u00e4cme.conductor.one/spc", "not ASCII")]
    [InlineData("clever-otter@acme.conductor.one/\u0000", "holds a blank, a control character")]
    public void What_is_wrong_is_said_without_showing_the_id(string text, string what)
    {
        var failure = Assert.Throws<CredentialFormatException>(() => ConnectorId.Parse(text));

        Assert.Contains(what, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("otter", failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("acme", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_without_end_is_none() =>
        Assert.Contains("1024 characters", Assert.Throws<CredentialFormatException>(() => ConnectorId.Parse($"a@host/{new string('x', 1024)}")).Message, StringComparison.Ordinal);
}
