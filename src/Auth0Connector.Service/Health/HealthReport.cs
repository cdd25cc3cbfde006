namespace Auth0Connector.Service.Health;

/// <summary>What is wrong, by what it is wrong with; empty where all is well.</summary>
/// <param name="Troubles">Pairs such as <c>tenant</c> and a sentence without secrets.</param>
public sealed record HealthReport(IReadOnlyList<(string Part, string Trouble)> Troubles)
{
    /// <summary>Whether all is well.</summary>
    public bool IsWell => Troubles.Count == 0;
}
