using Auth0Connector.AccessFile.Messages;

namespace Auth0Connector.AccessFile.Expansion;

/// <summary>A grant on the source of a step.</summary>
internal readonly record struct SourceGrant(long RowId, string PrincipalTypeId, string PrincipalId, Grant Message);
