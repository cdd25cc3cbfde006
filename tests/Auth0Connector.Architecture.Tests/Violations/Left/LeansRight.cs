using Auth0Connector.Violations.Right;

namespace Auth0Connector.Violations.Left;

/// <summary>Half of a circle of folders, so that a test can show that the rule sees one.</summary>
internal sealed class LeansRight
{
    // Inside a method only: a field would be easier to see.
    public static string Of() => new LeansLeft(new Leaf()).ToString()!;
}
