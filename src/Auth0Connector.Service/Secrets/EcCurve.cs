using System.Security.Cryptography;

namespace Auth0Connector.Service.Secrets;

/// <summary>A curve of NIST as JSON Web Keys name it (RFC 7518, section 6.2.1.1).</summary>
/// <param name="Name">Such as <c>P-256</c>.</param>
/// <param name="Size">Bytes of a coordinate.</param>
/// <param name="Curve">The same for the framework.</param>
internal sealed record EcCurve(string Name, int Size, ECCurve Curve)
{
    private static readonly EcCurve[] All =
    [
        new("P-256", 32, ECCurve.NamedCurves.nistP256),
        new("P-384", 48, ECCurve.NamedCurves.nistP384),
        new("P-521", 66, ECCurve.NamedCurves.nistP521),
    ];

    /// <summary>The curve of a name; <see langword="null"/> where it is another.</summary>
    public static EcCurve? Named(string? name) => Array.Find(All, curve => curve.Name == name);

    /// <summary>Demands that a point lies on the curve: with another, what is agreed would tell the secret.</summary>
    /// <exception cref="FormatException">It does not.</exception>
    public void Demand(ECPoint point)
    {
        try
        {
            using var key = ECDiffieHellman.Create(new ECParameters { Curve = Curve, Q = point });
        }
        catch (CryptographicException wrong)
        {
            throw new FormatException($"the JWK's 'x' and 'y' are no point of {Name}", wrong);
        }
    }
}
