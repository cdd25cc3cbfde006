namespace Auth0Connector.MockTenant.Data;

/// <summary>SplitMix64's finalizer: a bijection on 64 bits, so that an id made with it leads back to its index.</summary>
internal static class Mixing
{
    private const ulong Gamma = 0x9E3779B97F4A7C15;
    private const ulong First = 0xBF58476D1CE4E5B9;
    private const ulong Second = 0x94D049BB133111EB;
    private static readonly ulong FirstInverse = Invert(First);
    private static readonly ulong SecondInverse = Invert(Second);

    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * First;
        value = (value ^ (value >> 27)) * Second;
        return value ^ (value >> 31);
    }

    public static ulong Unmix(ulong value)
    {
        value ^= (value >> 31) ^ (value >> 62);
        value *= SecondInverse;
        value ^= (value >> 27) ^ (value >> 54);
        value *= FirstInverse;
        return value ^ (value >> 30) ^ (value >> 60);
    }

    public static ulong Hash(ulong seed, ulong value) => Mix(Mix(seed + Gamma) ^ Mix((value * Gamma) + Gamma));

    public static ulong Hash(ulong seed, int first, int second) =>
        Hash(Hash(seed, (uint)first), (uint)second);

    // Newton's iteration: every step doubles the number of right bits.
    private static ulong Invert(ulong odd)
    {
        var inverse = odd;
        for (var step = 0; step < 5; step++)
        {
            inverse *= 2 - (odd * inverse);
        }

        return inverse;
    }
}
