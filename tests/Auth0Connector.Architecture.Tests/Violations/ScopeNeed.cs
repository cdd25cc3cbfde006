namespace Auth0Connector.Violations;

/// <summary>A name that another project has already.</summary>
internal sealed class ScopeNeed;
