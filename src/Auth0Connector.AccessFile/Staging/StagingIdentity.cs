namespace Auth0Connector.AccessFile.Staging;

/// <summary>What a run reads from where; a run goes on only where all of it is the same.</summary>
/// <param name="Source">Where the rows come from, such as the tenant's host.</param>
/// <param name="Settings">The settings that shape the content, in a canonical text without secrets.</param>
public sealed record StagingIdentity(string Source, string Settings);
