using System.Globalization;

namespace Auth0Connector.ManagementApi.Paging;

/// <summary>
/// Where an offset listing goes on, with what it has met so far: a listing that grew or shrank while it was read is read
/// once more, also when the program was stopped in between.
/// </summary>
internal readonly record struct OffsetCursor(int Page, long Elements, long? LowestTotal, long? HighestTotal, int Reading)
{
    public static OffsetCursor Start { get; } = new(0, 0, null, null, 1);

    public static OffsetCursor Again { get; } = new(0, 0, null, null, 2);

    /// <summary>People who come and go shift the pages: what was on the next page may now stand on the last one.</summary>
    public bool HasMoved => LowestTotal != HighestTotal || Missing > 0;

    /// <summary>How many elements fewer came than the lowest total stated meanwhile.</summary>
    public long Missing => LowestTotal is { } total ? Math.Max(0, total - Elements) : 0;

    public OffsetCursor After(int elements, long? total) => new(
        Page + 1,
        Elements + elements,
        total is { } low ? Math.Min(LowestTotal ?? low, low) : LowestTotal,
        total is { } high ? Math.Max(HighestTotal ?? high, high) : HighestTotal,
        Reading);

    public static OffsetCursor Parse(string? text)
    {
        if (text is null)
        {
            return Start;
        }

        var parts = text.Split(' ');
        return new OffsetCursor((int)Number(parts[0])!, (long)Number(parts[1])!, Number(parts[2]), Number(parts[3]), (int)Number(parts[4])!);
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Page} {Elements} {Text(LowestTotal)} {Text(HighestTotal)} {Reading}");

    private static long? Number(string text) => text == "-" ? null : long.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "-";
}
