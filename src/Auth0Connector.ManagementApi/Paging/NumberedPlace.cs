using System.Globalization;

namespace Auth0Connector.ManagementApi.Paging;

/// <summary>
/// Where a listing by number goes on: which page of which reading, and what this reading and the one before have met, so that
/// a listing that was stopped in between is judged as one that was not.
/// </summary>
internal sealed record NumberedPlace
{
    private const string Nothing = "-";

    /// <summary>Rows that are asked for at a time.</summary>
    public required int Size { get; init; }

    /// <summary>Which reading this is, from 1.</summary>
    public int Reading { get; init; } = 1;

    public int Page { get; init; }

    /// <summary>How many readings in a row named the same ids as the one before.</summary>
    public int Agreed { get; init; }

    /// <summary>Highest total that a page of this reading stated.</summary>
    public long? Total { get; init; }

    /// <summary>Highest total that a page of the reading before stated.</summary>
    public long? TotalBefore { get; init; }

    /// <summary>What the reading before met; <see langword="null"/> in the first.</summary>
    public IdSet? Before { get; init; }

    /// <summary>What this reading has met so far.</summary>
    public IdSet Met { get; init; } = new();

    /// <exception cref="FormatException">The text is no such place.</exception>
    public static NumberedPlace Parse(string text)
    {
        if (text.Split(' ') is not [var size, var reading, var page, var agreed, var total, var totalBefore, var before, var met])
        {
            throw new FormatException("no place in a listing by number");
        }

        return new NumberedPlace
        {
            Size = Number(size),
            Reading = Number(reading),
            Page = Number(page),
            Agreed = Number(agreed),
            Total = Optional(total),
            TotalBefore = Optional(totalBefore),
            Before = before == Nothing ? null : IdSet.Parse(before),
            Met = IdSet.Parse(met),
        };
    }

    /// <summary>The page after this one.</summary>
    public NumberedPlace Next() => this with { Page = Page + 1 };

    /// <summary>The beginning of the next reading.</summary>
    public NumberedPlace Again(bool agrees) => new()
    {
        Size = Size,
        Reading = Reading + 1,
        Agreed = agrees ? Agreed + 1 : 0,
        TotalBefore = Total,
        Before = Met,
    };

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Size} {Reading} {Page} {Agreed} {Text(Total)} {Text(TotalBefore)} {Before?.ToString() ?? Nothing} {Met}");

    private static string Text(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? Nothing;

    private static long? Optional(string text) =>
        text == Nothing ? null : long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
