namespace Auth0Connector.Violations.Left;

/// <summary>What the other folder leans on.</summary>
internal sealed class Leaf;
