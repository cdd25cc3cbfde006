using System.Globalization;
using Auth0Connector.MockTenant.Data;

namespace Auth0Connector.MockTenant.Export;

/// <summary>Pre-signed links: whoever has one may download, until it dies.</summary>
internal sealed class ExportLinks(MockTenantOptions options, Uri baseUrl)
{
    private readonly ulong _seed = Mixing.Hash((ulong)options.Seed, 0x11C5);
    private long _made;

    /// <summary>A link unlike any before it.</summary>
    public string Create(string job)
    {
        var number = Interlocked.Increment(ref _made);
        var expires = options.Clock.GetUtcNow().Add(options.ExportLinkLifetime).ToUnixTimeMilliseconds();
        var signature = string.Create(CultureInfo.InvariantCulture, $"{expires:x}-{number:x}-{Sign(job, expires, number):x16}");
        return new Uri(baseUrl, $"export-files/{job}/{signature}").AbsoluteUri;
    }

    /// <summary>True for a link made here that has not died.</summary>
    public bool IsAlive(string job, string signature)
    {
        var parts = signature.Split('-');
        return parts.Length == 3
            && long.TryParse(parts[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var expires)
            && long.TryParse(parts[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var number)
            && parts[2] == Sign(job, expires, number).ToString("x16", CultureInfo.InvariantCulture)
            && options.Clock.GetUtcNow().ToUnixTimeMilliseconds() < expires;
    }

    private ulong Sign(string job, long expires, long number)
    {
        var hash = Mixing.Hash(_seed ^ (ulong)expires, (ulong)number);
        foreach (var character in job)
        {
            hash = Mixing.Hash(hash, character);
        }

        return hash;
    }
}
