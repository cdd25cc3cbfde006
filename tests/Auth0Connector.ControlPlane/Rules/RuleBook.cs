using System.Collections.Concurrent;

namespace Auth0Connector.ControlPlane.Rules;

/// <summary>Collects what broke a rule of the protocol.</summary>
internal sealed class RuleBook
{
    private readonly ConcurrentQueue<string> _broken = new();

    public IReadOnlyList<string> Broken => [.. _broken];

    public void Write(string text) => _broken.Enqueue(text);

    /// <summary>Opens the check of one call.</summary>
    public RuleCheck Check(string call) => new(this, call);
}
