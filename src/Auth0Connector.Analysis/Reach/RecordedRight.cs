namespace Auth0Connector.Analysis.Reach;

/// <summary>A right that is held by another one, as the file recorded it.</summary>
public sealed record RecordedRight(int Right, int Source);
