namespace Auth0Connector.Provisioning.Batch;

/// <summary>A line of a sheet that was dealt with; the first line of the file names the sheet by its SHA-256 instead.</summary>
internal sealed record ProgressLine
{
    public string? Sheet { get; init; }

    public int Line { get; init; }

    public string? Outcome { get; init; }
}
