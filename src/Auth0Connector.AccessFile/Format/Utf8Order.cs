namespace Auth0Connector.AccessFile.Format;

/// <summary>
/// Compares texts as their UTF-8 bytes would compare, which is the order of code points. Ordinal comparison of
/// UTF-16 differs: a surrogate (U+D800..) sorts below U+E000..U+FFFF there.
/// </summary>
public sealed class Utf8Order : IComparer<string>
{
    private Utf8Order()
    {
    }

    /// <summary>The only instance; it holds nothing.</summary>
    public static Utf8Order Instance { get; } = new();

    /// <inheritdoc />
    public int Compare(string? x, string? y)
    {
        if (x is null || y is null)
        {
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        }

        var length = Math.Min(x.Length, y.Length);
        for (var i = 0; i < length; i++)
        {
            var left = x[i];
            var right = y[i];
            if (left != right)
            {
                // A surrogate stands for a code point above U+FFFF: greater than any other unit.
                var bySurrogate = char.IsSurrogate(left).CompareTo(char.IsSurrogate(right));
                return bySurrogate != 0 ? bySurrogate : left.CompareTo(right);
            }
        }

        return x.Length.CompareTo(y.Length);
    }
}
