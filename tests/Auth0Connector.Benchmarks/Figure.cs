using System.Globalization;

namespace Auth0Connector.Benchmarks;

/// <summary>One measured figure beside its target and, where there is one, the floor that nothing could go below.</summary>
internal sealed record Figure(string What, double Value, string Unit)
{
    public const string Heading =
        "benchmark      what                                                     figure          target         floor   ratio";

    /// <summary>Least floor that the figure could reach, if it is known.</summary>
    public double? Floor { get; init; }

    /// <summary>Most that the figure may be.</summary>
    public double? AtMost { get; init; }

    /// <summary>Least that the figure has to be.</summary>
    public double? AtLeast { get; init; }

    /// <summary>Most that the figure may be as a multiple of the floor.</summary>
    public double? MostOfFloor { get; init; }

    public bool IsMet =>
        !(Value > AtMost) && !(Value < AtLeast) && !(Value / Floor > MostOfFloor);

    public string ToLine(string name) => string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-14} {What,-50} {Value,12:N3} {Unit,-4} {Target,13} {(Floor is { } floor ? floor.ToString("N3", CultureInfo.InvariantCulture) : ""),11} {(Value / Floor is { } ratio ? ratio.ToString("N3", CultureInfo.InvariantCulture) : ""),7} {(IsMet ? "" : "  MISSED")}");

    private string Target => (AtMost, AtLeast, MostOfFloor) switch
    {
        ({ } most, _, _) => string.Create(CultureInfo.InvariantCulture, $"<= {most:N3}"),
        (_, { } least, _) => string.Create(CultureInfo.InvariantCulture, $">= {least:N0}"),
        (_, _, { } ratio) => string.Create(CultureInfo.InvariantCulture, $"<= {ratio:N2} floor"),
        _ => "",
    };
}
