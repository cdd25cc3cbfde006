using Auth0Connector.Violations.Left;

namespace Auth0Connector.Violations.Right;

/// <summary>The other half.</summary>
internal sealed class LeansLeft(Leaf leaf)
{
    public override string ToString() => leaf.GetType().Name;
}
