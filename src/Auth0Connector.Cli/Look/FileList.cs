using Auth0Connector.AccessFile.Reading;
using Auth0Connector.Analysis.Listing;
using Auth0Connector.Cli.Files;
using Auth0Connector.Cli.Lists;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Look;

/// <summary>Lists what is in a file.</summary>
internal static class FileList
{
    /// <summary>Shows a list of the file. Options are checked before the file is opened, which may take a while.</summary>
    public static Task<int> ShowAsync<T>(
        CommandContext context,
        ListShape<T> shape,
        Func<OpenedFile, CancellationToken, IEnumerable<T>> rows,
        CancellationToken cancellationToken)
    {
        var (session, settings) = (context.Session, context.Settings);
        var options = ListOptions<T>.Read(settings, shape);
        using var file = OpenedFile.Open(session, settings, cancellationToken);
        RefuseUnknown(settings, file.List, cancellationToken);
        ListOutput.Write(session, shape, options, rows(file, cancellationToken));
        return Task.FromResult(ExitCodes.Complete);
    }

    // A name that is not there is a slip, and an empty list would be taken for an answer.
    private static void RefuseUnknown(ResolvedSettings settings, AccessList list, CancellationToken cancellationToken)
    {
        if (settings.Text(LookFlags.ResourceType) is { } type)
        {
            KnownType.Demand(list, type, cancellationToken);
            if (settings.Given(LookFlags.Resource) is not null && settings.Text(LookFlags.Resource) is { } id && list.FindResource(type, id) is null)
            {
                throw new UsageException($"--resource: there is no {Printable.Short(type)} '{Printable.Short(id)}' in the file; 'resources -t {Printable.Short(type)}' lists them");
            }
        }

        if (settings.Text(LookFlags.Entitlement) is { } entitlement
            && list.FindEntitlement(entitlement) is null
            && !list.Reader.ReadGrants(list.Sync, new GrantFilter { EntitlementId = entitlement }, cancellationToken).Any())
        {
            throw new UsageException($"--entitlement: there is no entitlement '{Printable.Short(entitlement)}' in the file; 'entitlements' lists them");
        }
    }
}
