namespace Auth0Connector.Architecture.Tests;

/// <summary>Says all that a rule met: what an assertion prints of a list or a long text is cut.</summary>
internal static class Demand
{
    public static void None(IEnumerable<string> met)
    {
        var lines = string.Join('\n', met);
        Assert.True(lines.Length == 0, lines);
    }
}
