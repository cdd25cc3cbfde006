using Auth0Connector.Cli.Looking;
using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Commands;

/// <summary>Lists who holds grants.</summary>
internal static class PrincipalsCommand
{
    /// <summary>Runs it.</summary>
    public static Task<int> RunAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var settings = LookCommand.Resolve(session, invocation, PrincipalsTable.All);
        if (invocation.Word is not null)
        {
            return ComparePrincipalsCommand.RunAsync(session, settings, cancellationToken);
        }

        if (settings.Given(PrincipalsTable.CompareFile) is not null || settings.Given(PrincipalsTable.CompareEntitlement) is not null)
        {
            throw new ConfigurationException("--compare-file and --compare-entitlement belong to 'principals compare'");
        }

        Selection.CheckGrants(settings);
        var filter = new RowFilter(settings);
        return LookCommand.ShowAsync(
            session,
            settings,
            ResourceColumns.Principals,
            (file, stop) => file.List.Principals(Selection.Grants(file.List, settings, stop), stop).Where(view => filter.HasStatus(view.Resource) && filter.Matches(view.Resource)),
            cancellationToken);
    }
}
