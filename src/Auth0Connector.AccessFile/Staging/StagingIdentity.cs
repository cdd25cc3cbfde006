namespace Auth0Connector.AccessFile.Staging;

/// <summary>What a run reads from where; a run goes on only where all of it is the same.</summary>
/// <param name="Source">Where the rows come from, such as the tenant's address with its port.</param>
/// <param name="Settings">The settings that shape the content, in a canonical text without secrets.</param>
public sealed record StagingIdentity(string Source, string Settings)
{
    /// <summary>What the source was asked for access to.</summary>
    public string Audience { get; init; } = "";

    /// <summary>Who reads: another one may see something else.</summary>
    public string Client { get; init; } = "";

    /// <summary>Version of everything that the engine keeps in the file: kinds of tasks, cursors, payloads, notes.</summary>
    public string Engine { get; init; } = "";
}
