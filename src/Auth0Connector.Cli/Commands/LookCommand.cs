using Auth0Connector.AccessFile.Reading;
using Auth0Connector.Analysis.Listing;
using Auth0Connector.Cli.Errors;
using Auth0Connector.Cli.Looking;
using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Commands;

/// <summary>What all commands that look into a file begin with.</summary>
internal static class LookCommand
{
    /// <summary>Resolves the settings of a command.</summary>
    public static ResolvedSettings Resolve(Session session, Invocation invocation, IReadOnlyList<SettingDefinition> table)
    {
        var settings = new SettingResolver(session.Host).ForReading(table, invocation.Flags);
        session.ShowStackTraces = LogSettings.Read(settings, session.Host).IsDebug;
        return settings;
    }

    /// <summary>Shows a list of the file. Options are checked before the file is opened, which may take a while.</summary>
    public static Task<int> ShowAsync<T>(
        Session session,
        ResolvedSettings settings,
        ListShape<T> shape,
        Func<OpenedFile, CancellationToken, IEnumerable<T>> rows,
        CancellationToken cancellationToken)
    {
        var options = ListOptions<T>.Read(settings, shape);
        using var file = OpenedFile.Open(session, settings, cancellationToken);
        RefuseUnknown(settings, file.List, cancellationToken);
        ListOutput.Write(session, shape, options, rows(file, cancellationToken));
        return Task.FromResult(ExitCodes.Complete);
    }

    // A name that is not there is a slip, and an empty list would be taken for an answer.
    private static void RefuseUnknown(ResolvedSettings settings, AccessList list, CancellationToken cancellationToken)
    {
        if (settings.Text(LookTable.ResourceType) is { } type)
        {
            KnownType.Demand(list, type, cancellationToken);
            if (settings.Given(LookTable.Resource) is not null && settings.Text(LookTable.Resource) is { } id && list.FindResource(type, id) is null)
            {
                throw new ConfigurationException($"--resource: there is no {SettingCheck.Shown(type)} '{SettingCheck.Shown(id)}' in the file; 'resources -t {SettingCheck.Shown(type)}' lists them");
            }
        }

        if (settings.Text(LookTable.Entitlement) is { } entitlement
            && list.FindEntitlement(entitlement) is null
            && !list.Reader.ReadGrants(list.Sync, new GrantFilter { EntitlementId = entitlement }, cancellationToken).Any())
        {
            throw new ConfigurationException($"--entitlement: there is no entitlement '{SettingCheck.Shown(entitlement)}' in the file; 'entitlements' lists them");
        }
    }
}
