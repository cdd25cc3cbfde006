using System.Globalization;

namespace Auth0Connector.Service.Credentials;

/// <summary>A host as ids and settings name it: <c>host</c> or <c>host:port</c>, without scheme or path.</summary>
/// <param name="Name">The host alone.</param>
/// <param name="Port">Where it listens; 443 unless it says otherwise.</param>
internal readonly record struct HostAndPort(string Name, int Port)
{
    private const int UsualPort = 443;

    /// <summary>The root of what the host offers.</summary>
    public Uri Root => new($"https://{Name}:{Port.ToString(CultureInfo.InvariantCulture)}/");

    /// <summary>The host that a text names; <see langword="null"/> where it names none.</summary>
    public static HostAndPort? Find(string text)
    {
        // An IPv6 address stands in brackets, since it is made of colons.
        var colon = text.EndsWith(']') ? -1 : text.LastIndexOf(':');
        var name = colon < 0 ? text : text[..colon];
        var port = colon < 0 ? UsualPort : PortOf(text[(colon + 1)..]);
        return port is > 0 and <= ushort.MaxValue && IsHost(name) ? new HostAndPort(name, port.Value) : null;
    }

    private static int? PortOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : null;

    private static bool IsHost(string name) =>
        name.All(char.IsAscii) && Uri.CheckHostName(name) switch
        {
            UriHostNameType.Dns or UriHostNameType.IPv4 => true,
            UriHostNameType.IPv6 => name.StartsWith('[') && !name.Contains('%', StringComparison.Ordinal),
            _ => false,
        };
}
