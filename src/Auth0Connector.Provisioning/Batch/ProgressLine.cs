using System.Globalization;
using Auth0Connector.Provisioning.Records;

namespace Auth0Connector.Provisioning.Batch;

/// <summary>A line of a sheet that was dealt with; the first line of the file names the sheet by its SHA-256 instead.</summary>
internal sealed record ProgressLine : IRecordLine
{
    public string? Sheet { get; init; }

    public int Line { get; init; }

    public string? Outcome { get; init; }

    public string? Sum { get; init; }

    /// <summary>The line with its sum.</summary>
    public ProgressLine Summed() => this with { Sum = Expected() };

    public string? Fault() => RecordSum.Fault(Sum, Expected())
        ?? (Sheet is null && (Line < 1 || string.IsNullOrEmpty(Outcome)) ? "names neither the sheet nor a line of it" : null);

    private string Expected() => RecordSum.Of(Sheet, Line.ToString(CultureInfo.InvariantCulture), Outcome);
}
