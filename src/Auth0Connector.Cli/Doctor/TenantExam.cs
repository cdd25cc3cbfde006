using System.Globalization;
using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Shell;
using Auth0Connector.Cli.Tenant;
using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.ManagementApi.Options;
using Auth0Connector.Sync.Preflight;
using Auth0Connector.Sync.Settings;
using Microsoft.Extensions.Logging;

namespace Auth0Connector.Cli.Doctor;

/// <summary>What the tenant itself says: the token, its scopes for what is asked, the limits.</summary>
internal static class TenantExam
{
    /// <summary>Asks it; what needs a token is not looked at without one.</summary>
    public static async Task<IReadOnlyList<Examination>> RunAsync(
        ManagementApiOptions api, SyncSettings sync, ILoggerFactory loggers, Session session, CancellationToken cancellationToken)
    {
        try
        {
            var report = await new TenantValidation(TenantReader.WhileSomebodyWaits(api), sync, loggers, session.Host.Clock).RunAsync(cancellationToken);
            return
            [
                Examination.Good("token", $"{report.ClientId} was given one for {report.Audience}"),
                Scopes(report, sync.Strict),
                Limits(report),
                Examination.Good("size", $"a sync takes about {Amount.Count(report.Requests)} requests and {Amount.Time(report.Time)}"),
            ];
        }
        catch (Exception failure) when (failure is ManagementApiException or SyncException)
        {
            var presented = ErrorPresenter.Present(failure, session.Interruption);
            var isOfToken = presented.ExitCode != ExitCodes.PermissionMissing;
            Examination failed = Examination.Bad(isOfToken ? "token" : "scopes", presented.Message, null, presented.ExitCode);
            return isOfToken
                ? [failed, Examination.NotAsked("scopes", "without a token"), Examination.NotAsked("limits", "without a token")]
                : [failed, Examination.NotAsked("limits", "no listing was read")];
        }
    }

    private static Examination Scopes(ValidationReport report, bool strict)
    {
        var lacking = report.Parts.Where(static part => part.Status == PartStatus.Missing).Select(static part => $"{part.What} ({part.Why})").ToList();
        var remedy = "grant them to the application in Auth0 under Applications, APIs, Auth0 Management API, Application Access; 'validate' has the whole table";
        if (lacking.Count > 0)
        {
            return Examination.Bad("scopes", $"a sync would not be complete: {string.Join("; ", lacking)}", remedy, ExitCodes.PermissionMissing);
        }

        var read = $"{report.Parts.Count(static part => part.Status == PartStatus.Read)} of {report.Parts.Count} parts can be read, each was asked";
        if (report.Skips.Count == 0)
        {
            return Examination.Good("scopes", read);
        }

        var skipped = $"{read}; skipped: {string.Join("; ", report.Skips.Select(static skip => $"{skip.What} ({skip.Why})"))}";
        return strict ? Examination.Bad("scopes", skipped, remedy, ExitCodes.PermissionMissing) : Examination.Remark("scopes", skipped, remedy);
    }

    private static Examination Limits(ValidationReport report) => report.Limits.Count == 0
        ? Examination.Remark("limits", "the answers state none", null)
        : Examination.Good("limits", string.Join("; ", report.Limits.Select(static limit => string.Create(
            CultureInfo.InvariantCulture,
            $"{limit.Burst} at once, {limit.RefillPerSecond:0.##} a second for {string.Join(", ", limit.Groups.Select(static group => group.ToString()))}"))));
}
