using Auth0Connector.Analysis.Findings;
using Auth0Connector.Analysis.Findings.Rules;
using Auth0Connector.Analysis.Listing;
using Auth0Connector.Analysis.Model;

namespace Auth0Connector.Cli.Findings;

/// <summary>A sync in memory with what the rules met in it.</summary>
internal sealed record OpenedFindings(AccessModel Model, Privilege Privilege, FindingOptions Options, IReadOnlyList<Finding> Findings, IReadOnlyList<NotAsked> NotAsked)
{
    /// <summary>Reads the sync and asks the rules.</summary>
    public static OpenedFindings Read(AccessList list, FindingOptions options, CancellationToken cancellationToken)
    {
        var model = AccessModel.Load(list, cancellationToken);
        var privilege = new Privilege(model, options.Privileged);
        return new OpenedFindings(model, privilege, options, FindingSearch.In(model, privilege, options, cancellationToken), FindingSearch.NotAskedOf(model, options));
    }
}
