namespace Auth0Connector.Sync.Tests.Resuming;

/// <summary>What a log says of runs that were not gone on with.</summary>
internal static class StartedOver
{
    public static IReadOnlyList<string> StartsOver(this RecordingLog log) =>
        [.. log.Lines.Select(static line => line.Text).Where(static text => text.StartsWith("starting over", StringComparison.Ordinal))];
}
