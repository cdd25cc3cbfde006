namespace Auth0Connector.AccessFile.Expansion;

/// <summary>Pass the holders of the source that the rule admits on to the target.</summary>
internal readonly record struct ExpansionStep(string SourceId, string TargetId, EdgeRule Rule);
