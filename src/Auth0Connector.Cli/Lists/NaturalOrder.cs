using System.Globalization;

namespace Auth0Connector.Cli.Lists;

/// <summary>Numbers by value, before texts; texts without regard to case, then with.</summary>
internal sealed class NaturalOrder : IComparer<string>
{
    private NaturalOrder()
    {
    }

    public static NaturalOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        var isNumber = Number(x, out var first);
        if (isNumber != Number(y, out var second))
        {
            return isNumber ? -1 : 1;
        }

        if (isNumber)
        {
            return first.CompareTo(second);
        }

        var order = string.Compare(x, y, StringComparison.OrdinalIgnoreCase);
        return order != 0 ? order : string.CompareOrdinal(x, y);
    }

    private static bool Number(string? text, out long number) =>
        long.TryParse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out number);
}
