using Auth0Connector.AccessFile.Messages;

namespace Auth0Connector.Analysis.Reach;

/// <summary>Somebody who reaches something, and one way how.</summary>
public sealed record Holder(Resource Principal, ReachPath Path);
