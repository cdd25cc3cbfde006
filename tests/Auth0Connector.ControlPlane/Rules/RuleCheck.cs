using Grpc.Core;

namespace Auth0Connector.ControlPlane.Rules;

/// <summary>The rules as they apply to one call: each one broken is written down, and refuses the call with code 3.</summary>
internal sealed class RuleCheck(RuleBook book, string call)
{
    private readonly List<string> _broken = [];

    public bool Held => _broken.Count == 0;

    public string Text => string.Join("; ", _broken);

    public void Demand(bool held, string rule)
    {
        if (!held)
        {
            _broken.Add(rule);
            book.Write($"{call}: {rule}");
        }
    }

    /// <exception cref="RpcException">A rule is broken.</exception>
    public void Refuse()
    {
        if (!Held)
        {
            throw new RpcException(new Status(StatusCode.InvalidArgument, Text));
        }
    }
}
