namespace Auth0Connector.Service.Credentials;

/// <summary>A connector's client id, <c>NAME@HOST/PATH</c>: who it is, and where its tenant of ConductorOne is asked (service-mode.md, section 2.2).</summary>
public sealed record ConnectorId
{
    private const int MostCharacters = 1024;

    private ConnectorId(string whole, string name, string host, HostAndPort address)
    {
        Whole = whole;
        Name = name;
        Host = host;
        Address = address;
    }

    /// <summary>The connector's name, before the <c>@</c>.</summary>
    public string Name { get; }

    /// <summary>The tenant's host, with its port where the id names one.</summary>
    public string Host { get; }

    /// <summary>The whole id: issuer and subject of assertions.</summary>
    public string Whole { get; }

    /// <summary>The host without a port: the audience of assertions, whoever is really asked.</summary>
    public string Audience => Address.Name;

    /// <summary>The host taken apart.</summary>
    internal HostAndPort Address { get; }

    /// <summary>Takes a client id apart: at the first <c>@</c>, then at the first <c>/</c>; what follows that does not matter.</summary>
    /// <exception cref="CredentialFormatException">It is no client id.</exception>
    public static ConnectorId Parse(string text)
    {
        var whole = text.Trim();
        if (whole.Length is 0 or > MostCharacters)
        {
            throw Wrong(whole.Length == 0 ? "is empty" : $"has more than {MostCharacters} characters");
        }

        if (!whole.All(static letter => letter is > ' ' and < '\u007f'))
        {
            throw Wrong("holds a blank, a control character or one that is not ASCII");
        }

        var at = whole.IndexOf('@', StringComparison.Ordinal);
        var slash = at < 0 ? -1 : whole.IndexOf('/', at);
        return (at, slash) switch
        {
            ( < 0, _) => throw Wrong("has no '@' between the connector's name and its host"),
            (0, _) => throw Wrong("has no name before its '@'"),
            (_, < 0) => throw Wrong("has no '/' after its host"),
            _ when HostAndPort.Find(whole[(at + 1)..slash]) is { } address => new ConnectorId(whole, whole[..at], whole[(at + 1)..slash], address),
            _ => throw Wrong("has something other than a host, or host and port, between '@' and '/'"),
        };
    }

    /// <summary>The whole id.</summary>
    public override string ToString() => Whole;

    private static CredentialFormatException Wrong(string what) =>
        new($"the client id {what}; copy it as ConductorOne shows it: NAME@HOST/PATH");
}
