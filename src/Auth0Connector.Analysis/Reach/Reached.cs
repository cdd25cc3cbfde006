namespace Auth0Connector.Analysis.Reach;

/// <summary>Something that somebody reaches, and how; shortest way first.</summary>
public sealed record Reached(Held Target, IReadOnlyList<ReachPath> Paths);
