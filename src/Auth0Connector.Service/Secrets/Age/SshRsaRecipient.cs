using System.Text;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Encodings;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Prng;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Security;

namespace Auth0Connector.Service.Secrets.Age;

/// <summary>A recipient by an RSA key, as age knows those of SSH: OAEP with SHA-256 and a label, which the framework's own lacks.</summary>
internal sealed class SshRsaRecipient : IAgeRecipient
{
    private const string Type = "ssh-rsa";
    private const int LeastBits = 2048;
    private const int MostBits = 8192;
    private const int MostExponentBits = 31;

    private static readonly byte[] Label = Encoding.ASCII.GetBytes("age-encryption.org/v1/ssh-rsa");

    private readonly RsaKeyParameters _key;
    private readonly string _tag;

    /// <summary>The recipient of a public key.</summary>
    /// <param name="exponent">Big endian, without noughts before it.</param>
    /// <param name="modulus">Likewise.</param>
    /// <exception cref="FormatException">The key is too short or too long, or no RSA key.</exception>
    public SshRsaRecipient(byte[] exponent, byte[] modulus)
    {
        if (exponent.Length == 0 || modulus.Length == 0)
        {
            throw new FormatException("the RSA key is incomplete");
        }

        var (e, n) = (new BigInteger(1, exponent), new BigInteger(1, modulus));
        if (n.BitLength is < LeastBits or > MostBits)
        {
            throw new FormatException($"the RSA key has {n.BitLength} bits; it must have from {LeastBits} to {MostBits}");
        }

        if (e.BitLength is < 2 or > MostExponentBits || !e.TestBit(0))
        {
            throw new FormatException("the RSA key's exponent is none that is in use");
        }

        try
        {
            _key = new RsaKeyParameters(isPrivate: false, n, e);
        }
        catch (ArgumentException wrong)
        {
            // A modulus that is even, prime, or has a small factor.
            throw new FormatException("the RSA key's modulus is no product of two large primes", wrong);
        }

        _tag = SshWire.Tag(SshWire.Rsa(exponent, modulus));
    }

    /// <inheritdoc/>
    public AgeStanza Wrap(ReadOnlySpan<byte> fileKey)
    {
        var oaep = new OaepEncoding(new RsaEngine(), new Sha256Digest(), new Sha256Digest(), Label);
        using var random = new CryptoApiRandomGenerator();
        oaep.Init(forEncryption: true, new ParametersWithRandom(_key, new SecureRandom(random)));
        return new AgeStanza(Type, [_tag], oaep.ProcessBlock(fileKey.ToArray(), 0, fileKey.Length));
    }
}
