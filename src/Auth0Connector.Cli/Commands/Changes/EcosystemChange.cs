using Auth0Connector.AccessFile.Reading;
using Auth0Connector.Cli.Errors;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Provisioning;
using Auth0Connector.Provisioning.Access;
using Auth0Connector.Provisioning.Lookups;

namespace Auth0Connector.Cli.Commands.Changes;

/// <summary>
/// The ecosystem's own way to change access: ids looked up in the access file, which is never written, and nothing on
/// standard output (format document, section 8).
/// </summary>
internal static class EcosystemChange
{
    public static async Task<int> RunAsync(Session session, ResolvedSettings settings, CancellationToken cancellationToken)
    {
        var entitlement = Text(settings, EcosystemTable.GrantEntitlement);
        var principal = Text(settings, EcosystemTable.GrantPrincipal);
        var type = Text(settings, EcosystemTable.GrantPrincipalType);
        var grant = Text(settings, EcosystemTable.RevokeGrant);
        var isAccount = EcosystemTable.Changes.Skip(4).Any(setting => Text(settings, setting) is not null);
        if (new[] { entitlement is not null || principal is not null || type is not null, grant is not null, isAccount }.Count(static asked => asked) > 1)
        {
            throw new ConfigurationException("the flags --grant-entitlement, --revoke-grant and --create-account-login exclude each other; make one change a run");
        }

        if (isAccount)
        {
            return await EcosystemAccount.RunAsync(session, settings, cancellationToken);
        }

        if (grant is null && (entitlement is null || principal is null))
        {
            throw new ConfigurationException("--grant-entitlement and --grant-principal must come together; give both");
        }

        if (grant is null && type is null)
        {
            throw new ConfigurationException("unknown provisioning action: --grant-principal-type is missing; give user or group");
        }

        var change = FindInFile(session, settings, file => grant is not null
            ? file.Revoke(grant, cancellationToken)
            : file.Grant(entitlement!, principal!, type!, cancellationToken), cancellationToken);
        using var run = ChangeSession.Open(session, settings);
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

    private static AccessChange FindInFile(Session session, ResolvedSettings settings, Func<FileLookup, AccessChange> find, CancellationToken cancellationToken)
    {
        using var reader = AccessFileReader.Open(session.Host.FullPath(settings.Text(SettingTable.File)!), ReaderSettings.Of(session.Host), cancellationToken);
        return find(new FileLookup(reader));
    }
}
