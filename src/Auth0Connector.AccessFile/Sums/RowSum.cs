namespace Auth0Connector.AccessFile.Sums;

/// <summary>How many rows, and the sum of their hashes: the order in which they come and go does not matter.</summary>
internal readonly record struct RowSum(long Rows, ulong Hashes)
{
    public static RowSum Of(ulong hash) => new(1, hash);

    public static RowSum operator +(RowSum left, RowSum right) =>
        new(left.Rows + right.Rows, unchecked(left.Hashes + right.Hashes));

    public static RowSum operator -(RowSum left, RowSum right) =>
        new(left.Rows - right.Rows, unchecked(left.Hashes - right.Hashes));
}
