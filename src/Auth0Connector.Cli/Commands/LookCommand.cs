using Auth0Connector.Cli.Errors;
using Auth0Connector.Cli.Looking;
using Auth0Connector.Cli.Output;
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
        TellUnknown(session, settings, file, cancellationToken);
        ListOutput.Write(session, shape, options, rows(file, cancellationToken));
        return Task.FromResult(ExitCodes.Complete);
    }

    /// <summary>An empty list because of a slip is not to be taken for an answer.</summary>
    private static void TellUnknown(Session session, ResolvedSettings settings, OpenedFile file, CancellationToken cancellationToken)
    {
        if (file.List is not { } list)
        {
            return;
        }

        if (settings.Text(LookTable.ResourceType) is { } type && list.ResourceTypes(cancellationToken).Select(known => known.Id).ToList() is var types && !types.Contains(type, StringComparer.Ordinal))
        {
            session.Consoles.WriteError($"note: there is no resource type '{SettingCheck.Shown(type)}' in the file; it has {(types.Count == 0 ? "none" : Printable.Of(string.Join(", ", types)))}");
        }

        if (settings.Text(LookTable.Entitlement) is { } entitlement && list.FindEntitlement(entitlement) is null)
        {
            session.Consoles.WriteError($"note: there is no entitlement '{SettingCheck.Shown(entitlement)}' in the file; 'entitlements' lists them");
        }
    }
}
