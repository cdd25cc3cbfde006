using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;

namespace Auth0Connector.AccessFile.Format;

/// <summary>
/// The id of a sync (format section 3): 4 bytes of big-endian seconds since 1400000000 and 16 random bytes, written
/// as 27 base62 digits, so that ids sort by time.
/// </summary>
public readonly record struct Ksuid
{
    private const long EpochSeconds = 1_400_000_000;
    private const int TextLength = 27;
    private const int ByteLength = 20;
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private readonly uint _seconds;
    private readonly UInt128 _payload;

    private Ksuid(uint seconds, UInt128 payload)
    {
        _seconds = seconds;
        _payload = payload;
    }

    /// <summary>The second in which the id was made.</summary>
    public DateTimeOffset Time => DateTimeOffset.FromUnixTimeSeconds(EpochSeconds + _seconds);

    /// <summary>A new id of this moment.</summary>
    public static Ksuid New(TimeProvider timeProvider)
    {
        Span<byte> random = stackalloc byte[16];
        RandomNumberGenerator.Fill(random);
        return Create(timeProvider.GetUtcNow(), random);
    }

    /// <summary>Reads 27 base62 digits; false for anything else, or a number of more than 160 bits.</summary>
    public static bool TryParse(string? text, out Ksuid ksuid)
    {
        ksuid = default;
        if (text is not { Length: TextLength })
        {
            return false;
        }

        var number = BigInteger.Zero;
        foreach (var character in text)
        {
            var digit = Digits.IndexOf(character, StringComparison.Ordinal);
            if (digit < 0)
            {
                return false;
            }

            number = (number * Digits.Length) + digit;
        }

        if (number.GetByteCount(isUnsigned: true) > ByteLength)
        {
            return false;
        }

        ksuid = FromNumber(number);
        return true;
    }

    /// <summary>The 27 base62 digits.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[ByteLength];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, _seconds);
        BinaryPrimitives.WriteUInt128BigEndian(bytes[4..], _payload);
        var number = new BigInteger(bytes, isUnsigned: true, isBigEndian: true);
        Span<char> text = stackalloc char[TextLength];
        for (var i = TextLength - 1; i >= 0; i--)
        {
            number = BigInteger.DivRem(number, Digits.Length, out var digit);
            text[i] = Digits[(int)digit];
        }

        return new string(text);
    }

    internal static Ksuid Create(DateTimeOffset time, ReadOnlySpan<byte> payload)
    {
        var seconds = Math.Clamp(time.ToUnixTimeSeconds() - EpochSeconds, 0, uint.MaxValue);
        return new Ksuid((uint)seconds, BinaryPrimitives.ReadUInt128BigEndian(payload));
    }

    private static Ksuid FromNumber(BigInteger number)
    {
        Span<byte> bytes = stackalloc byte[ByteLength];
        var count = number.GetByteCount(isUnsigned: true);
        number.TryWriteBytes(bytes[(ByteLength - count)..], out _, isUnsigned: true, isBigEndian: true);
        return new Ksuid(
            BinaryPrimitives.ReadUInt32BigEndian(bytes),
            BinaryPrimitives.ReadUInt128BigEndian(bytes[4..]));
    }
}
