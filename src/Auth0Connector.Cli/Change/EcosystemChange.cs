using Auth0Connector.AccessFile.Reading;
using Auth0Connector.Cli.Files;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;
using Auth0Connector.Provisioning;
using Auth0Connector.Provisioning.Access;
using Auth0Connector.Provisioning.Lookups;

namespace Auth0Connector.Cli.Change;

/// <summary>
/// The ecosystem's own way to change access: ids looked up in the access file, which is never written, and nothing on
/// standard output (format document, section 8).
/// </summary>
internal static class EcosystemChange
{
    public static async Task<int> RunAsync(CommandContext context, string file, CancellationToken cancellationToken)
    {
        var settings = context.Settings;
        var entitlement = Text(settings, EcosystemChangeFlags.GrantEntitlement);
        var principal = Text(settings, EcosystemChangeFlags.GrantPrincipal);
        var type = Text(settings, EcosystemChangeFlags.GrantPrincipalType);
        var grant = Text(settings, EcosystemChangeFlags.RevokeGrant);
        var isAccount = EcosystemChangeFlags.All.Skip(4).Any(setting => Text(settings, setting) is not null);
        if (new[] { entitlement is not null || principal is not null || type is not null, grant is not null, isAccount }.Count(static asked => asked) > 1)
        {
            throw new UsageException("the flags --grant-entitlement, --revoke-grant and --create-account-login exclude each other; make one change a run");
        }

        if (isAccount)
        {
            return await EcosystemAccount.RunAsync(context, cancellationToken);
        }

        if (grant is null && (entitlement is null || principal is null))
        {
            throw new UsageException("--grant-entitlement and --grant-principal must come together; give both");
        }

        if (grant is null && type is null)
        {
            throw new UsageException("unknown provisioning action: --grant-principal-type is missing; give user or group");
        }

        var change = FindInFile(context.Session, file, lookup => grant is not null
            ? lookup.Revoke(grant, cancellationToken)
            : lookup.Grant(entitlement!, principal!, type!, cancellationToken), cancellationToken);
        using var run = ChangeSession.Open(context);
        using var ledger = LedgerFile.OpenIfThere(run);
        await ScopeGate.RequireAsync(run.Client, ScopeNeeds.Of(change), cancellationToken);
        var result = await run.Changer.ApplyAsync(change, cancellationToken);
        if (!change.IsGrant)
        {
            // A grant by these flags says nothing of an end, and takes none away.
            ledger?.Settle(result);
        }

        return result.IsSo
            ? run.End(ExitCodes.Complete)
            : throw new ProvisioningException(ProvisioningErrorKind.NotDone, $"{change.Describe()}: {result.Why ?? "the tenant took it but does not show it yet"}");
    }

    public static string? Text(ResolvedSettings settings, SettingDefinition setting) =>
        settings.Given(setting) is { Text: { Length: > 0 } text } ? text : null;

    private static AccessChange FindInFile(Session session, string file, Func<FileLookup, AccessChange> find, CancellationToken cancellationToken)
    {
        using var reader = AccessFileReader.Open(session.Objects.PathOf(file), ReaderSettings.Of(session.Host), cancellationToken);
        return find(new FileLookup(reader));
    }
}
