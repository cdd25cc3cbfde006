namespace Auth0Connector.MockTenant.Data;

/// <summary>
/// Distinct indices start, start + stride, ... modulo the number of all: any member by position and any
/// position by member without a list, so a tenant of a million people costs no memory.
/// </summary>
internal readonly record struct MemberSet(int Count, int Modulus, int Start, int Stride, int Inverse)
{
    private int[]? Listed { get; init; }

    public static MemberSet Empty { get; } = new(0, 1, 0, 1, 1);

    /// <summary>Members one by one, for a set that was changed.</summary>
    public static MemberSet Of(params int[] members) => new(members.Length, 1, 0, 1, 1) { Listed = members };

    public static MemberSet First(int count, int modulus) =>
        modulus == 0 ? Empty : new(Math.Min(count, modulus), modulus, 0, 1, 1);

    public static MemberSet Spread(int count, int modulus, ulong hash)
    {
        if (modulus <= 0 || count <= 0)
        {
            return Empty;
        }

        var stride = 1 + (int)((hash >> 32) % (uint)modulus);
        while (GreatestCommonDivisor(stride, modulus) != 1)
        {
            stride++;
        }

        stride %= modulus;
        return new(Math.Min(count, modulus), modulus, (int)((uint)hash % (uint)modulus), stride, Invert(stride, modulus));
    }

    public int At(int position) => Listed is { } list ? list[position] : (int)((Start + ((long)position * Stride)) % Modulus);

    /// <summary>All members, in order.</summary>
    public IEnumerable<int> All => Enumerable.Range(0, Count).Select(At);

    /// <summary>The position of a member, or -1.</summary>
    public int IndexOf(int member)
    {
        if (Listed is { } list)
        {
            return Array.IndexOf(list, member);
        }

        if (Count == 0 || member >= Modulus)
        {
            return -1;
        }

        var distance = (long)(member - Start + Modulus) % Modulus;
        var position = (int)(distance * Inverse % Modulus);
        return position < Count ? position : -1;
    }

    private static int GreatestCommonDivisor(int left, int right)
    {
        while (right != 0)
        {
            (left, right) = (right, left % right);
        }

        return left;
    }

    private static int Invert(int value, int modulus)
    {
        long previous = 0, current = 1, rest = modulus, next = value;
        while (next != 0)
        {
            var quotient = rest / next;
            (previous, current) = (current, previous - (quotient * current));
            (rest, next) = (next, rest - (quotient * next));
        }

        return (int)(((previous % modulus) + modulus) % modulus);
    }
}
