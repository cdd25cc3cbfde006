using System.Numerics;
using System.Security.Cryptography;
using Org.BouncyCastle.Math.EC.Rfc7748;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace Auth0Connector.Service.Secrets.Age;

/// <summary>Agreement on Curve25519 (RFC 7748), also with the keys of Ed25519 (RFC 8032).</summary>
internal static class Curve25519
{
    public const int Size = 32;

    private static readonly BigInteger Prime = BigInteger.Pow(2, 255) - 19;

    /// <summary>A fresh secret scalar.</summary>
    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(Size);

    public static byte[] PublicOf(byte[] secret)
    {
        var point = new byte[Size];
        X25519.ScalarMultBase(secret, 0, point, 0);
        return point;
    }

    /// <summary>What both sides know, or <see langword="null"/> where the point is one of the few of low order, with which everybody knows it.</summary>
    public static byte[]? Agree(byte[] secret, byte[] point)
    {
        var shared = new byte[Size];
        return X25519.CalculateAgreement(secret, 0, point, 0, shared, 0) ? shared : null;
    }

    /// <summary>Whether a point can be agreed with.</summary>
    public static bool IsUsable(byte[] point)
    {
        // Every scalar is a multiple of eight and so sends each point of low order to nought.
        var probe = new byte[Size];
        probe[0] = 8;
        return Agree(probe, point) is not null;
    }

    /// <summary>The point of Curve25519 that an Ed25519 public key is.</summary>
    /// <exception cref="FormatException">The key is not on the curve, or not of its large group.</exception>
    public static byte[] OfEd25519(byte[] key)
    {
        if (key.Length != Size || !Ed25519.ValidatePublicKeyFull(key, 0))
        {
            throw new FormatException("the Ed25519 key is no point of the curve that can be used");
        }

        // u = (1 + y) / (1 - y); the sign of x, the topmost bit, does not matter. The key is public: time tells nothing.
        byte[] unsigned = [.. key];
        unsigned[^1] &= 0x7f;
        var y = new BigInteger(unsigned, isUnsigned: true);
        var u = (1 + y) * BigInteger.ModPow(Prime + 1 - y, Prime - 2, Prime) % Prime;
        var point = new byte[Size];
        u.TryWriteBytes(point, out _, isUnsigned: true);
        return point;
    }
}
