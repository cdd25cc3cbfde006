using Auth0Connector.AccessFile.Completeness;
using Auth0Connector.AccessFile.Failures;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.AccessFile.Schema;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.ManagementApi.Options;
using Auth0Connector.Sync.Engine;
using Auth0Connector.Sync.Parts;
using Auth0Connector.Sync.Preflight;
using Auth0Connector.Sync.Reporting;
using Auth0Connector.Sync.Settings;
using Auth0Connector.Vocabulary;
using Microsoft.Extensions.Logging;

namespace Auth0Connector.Sync;

/// <summary>Reads everything about who can do what in a tenant and leaves one access file.</summary>
/// <param name="apiOptions">How to reach the tenant.</param>
/// <param name="settings">What to read and where to leave it.</param>
/// <param name="reporter">Hears how it goes on.</param>
/// <param name="loggers">Where it logs.</param>
/// <param name="clock">The clock of the run.</param>
/// <param name="shared">A client that others use as well and that outlives the sync; without it, one of its own.</param>
public sealed class TenantSync(
    ManagementApiOptions apiOptions,
    SyncSettings settings,
    ISyncReporter reporter,
    ILoggerFactory loggers,
    TimeProvider clock,
    ManagementApiClient? shared = null)
{
    private readonly SyncLog _log = new(loggers.CreateLogger("sync"));

    /// <summary>Runs the sync to its end. Cancelling stops it cleanly; the target is then untouched.</summary>
    /// <exception cref="ManagementApiException">The tenant refused or failed for good.</exception>
    /// <exception cref="AccessFileException">The access file could not be written.</exception>
    /// <exception cref="SyncException">The sync is incomplete or lacks what it needs.</exception>
    public async Task<SyncSummary> RunAsync(CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        // A mistake in the settings is told before the tenant is asked for anything.
        SyncedTypes.For(settings);
        using var held = TargetLock.Take(settings.TargetPath, clock, cancellationToken);
        using var own = shared is null ? new ManagementApiClient(apiOptions, loggers, clock) : null;
        var api = shared ?? own!;
        var before = new RequestFigures(api.Counts);
        var syncers = new SyncerSet(await CheckAsync(api, cancellationToken), api);
        string? startOver = null;
        while (true)
        {
            using var file = StagingFile.Open(settings.TargetPath, Identity(syncers, api.Audience), Keeping(startOver), clock, cancellationToken);
            try
            {
                return await RunAsync(file, syncers, before, began, cancellationToken);
            }
            catch (Exception failure) when (startOver is null && UnknownForm.WhyStartOver(failure, file.Resumed) is not null)
            {
                // Once: what is wrong with a fresh file as well is no matter of what was left.
                startOver = UnknownForm.WhyStartOver(failure, file.Resumed);
            }
        }
    }

    private StagingOptions Keeping(string? startOver) => settings.Keeping with { IsFull = SyncType() == SyncTypes.Full, StartOver = startOver };

    private async Task<SyncSummary> RunAsync(StagingFile file, SyncerSet syncers, RequestFigures figures, long began, CancellationToken cancellationToken)
    {
        _log.Opened(file);
        reporter.Started(file.SyncId, file.Resumed);
        foreach (var skip in syncers.Parts.Skips)
        {
            reporter.Skipped(skip);
        }

        if (file.Outcome is { } outcome)
        {
            return Publish(file, SummaryText.Parse(outcome) with { Elapsed = clock.GetElapsedTime(began), Resumed = true }, cancellationToken);
        }

        var left = file.ReadOutcomes(cancellationToken);
        UnknownForm.Refuse(syncers, left.Select(static outcome => outcome.Kind));
        var earlier = left.Sum(static outcome => outcome.Requests);
        var tally = new ProgressTally(syncers, reporter, clock);
        var reading = new SyncReading(file, syncers, tally, reporter, apiOptions.Pace.MaxConcurrency, clock);
        await reading.ReadListingsAsync(cancellationToken);
        reporter.Finishing("indexing");
        file.BuildIndexes(cancellationToken);
        reporter.Finishing("verifying");
        var listed = await reading.CompleteUsersAsync(cancellationToken);
        reading.LeaveOut(cancellationToken);
        await reading.FetchUnlistedAsync(cancellationToken);
        reading.LeaveOut(cancellationToken);
        var outcomes = file.ReadOutcomes(cancellationToken);
        SyncVerdict.Demand(syncers, outcomes, listed);
        var skips = SyncSkips.Of(syncers, outcomes);
        foreach (var skip in skips.Skip(syncers.Parts.Skips.Count))
        {
            reporter.Skipped(skip);
        }

        var collections = DropWhatLeadsNowhere(file, syncers, outcomes, cancellationToken);
        var expansion = SyncExpansion.Run(file, settings.Expand, reporter, clock, cancellationToken);
        var counts = file.CountRows(cancellationToken);
        var proof = Proof(file, collections, skips, expansion, counts);
        file.WriteAsset(CompletenessProof.AssetId, CompletenessProof.ContentType, CompletenessJson.Write(proof));
        var summary = new SyncSummary
        {
            SyncId = file.SyncId,
            Path = settings.TargetPath,
            FileBytes = 0,
            Resumed = file.Resumed,
            StartedAt = file.StartedAt,
            Elapsed = clock.GetElapsedTime(began),
            Requests = earlier + figures.Requests,
            Retries = figures.Retries,
            Refusals = figures.Refusals,
            ResourceTypes = [.. syncers.Parts.ResourceTypes.Select(type => Line(type, syncers, counts, outcomes, tally))],
            Skips = skips,
            DroppedGrants = proof.Collections.Sum(static line => line.DroppedUnknownPrincipal + line.DroppedUnknownEntitlement),
            Proof = proof,
        };
        file.End(SyncType(), SummaryText.Of(summary), cancellationToken);
        return Publish(file, summary with { Elapsed = clock.GetElapsedTime(began) }, cancellationToken);
    }

    private SyncSummary Publish(StagingFile file, SyncSummary summary, CancellationToken cancellationToken)
    {
        _log.Ended(file);
        reporter.Finishing("compressing");
        return summary with { FileBytes = file.Publish(cancellationToken) };
    }

    // Told before the first page: a scope that is missing for something that cannot be done without ends the sync here.
    private async Task<SyncParts> CheckAsync(ManagementApiClient api, CancellationToken cancellationToken)
    {
        var granted = await api.AuthenticateAsync(cancellationToken);
        var parts = PartSelection.For(settings, granted);
        return granted is null ? await MemberRolesProbe.AskAsync(api, parts, cancellationToken) : parts;
    }

    // Says of each collection what came of it, which is known once what refers to nothing is dropped.
    private static IReadOnlyList<CollectionProof> DropWhatLeadsNowhere(
        StagingFile file,
        SyncerSet syncers,
        IReadOnlyList<CollectionOutcome> outcomes,
        CancellationToken cancellationToken)
    {
        var read = RowsRead.Of(file, cancellationToken);
        file.DropDanglingGrants(cancellationToken);
        foreach (var part in syncers.Parts.All.Where(part => part.OnlyHoldersWhen(syncers.Parts.Settings)))
        {
            file.DropResourcesWithoutGrants(part.ResourceType, cancellationToken);
        }

        return new ProofBuilder(syncers, outcomes, read.Resources, read.Grants, file.ReadFindings()).Collections();
    }

    private CompletenessProof Proof(
        StagingFile file,
        IReadOnlyList<CollectionProof> collections,
        IReadOnlyList<SyncSkip> skips,
        ExpansionProof? expansion,
        SyncStatistics rows) => new()
        {
            Complete = true,
            Source = apiOptions.BaseUrl.Host,
            ClientId = apiOptions.ClientId,
            Program = $"auth0-connector {settings.ProgramVersion}",
            SyncId = file.SyncId,
            StartedAt = file.StartedAt,
            EndedAt = clock.GetUtcNow(),
            Settings = SettingsText.Of(settings),
            Collections = collections,
            Skipped = [.. skips.Select(static skip => new SkipProof(skip.What, skip.Why, skip.Remedy))],
            Expansion = expansion,
            Rows = new RowTotals(rows.Resources, rows.Entitlements, rows.Grants),
        };

    private static ResourceTypeSummary Line(
        string type,
        SyncerSet syncers,
        SyncStatistics counts,
        IReadOnlyList<CollectionOutcome> outcomes,
        ProgressTally tally) => new(
            type,
            ResourceTypes.Of(type).Name,
            counts.ResourcesOf(type),
            counts.EntitlementsOf(type),
            counts.GrantsOf(type),
            outcomes.Where(outcome => syncers[outcome.Kind].Info.ResourceType == type).Sum(static outcome => outcome.Requests),
            tally.Elapsed(type));

    private string SyncType() =>
        settings.Resources.Count > 0 ? SyncTypes.Partial
        : settings.SkipEntitlementsAndGrants ? SyncTypes.ResourcesOnly
        : SyncTypes.Full;

    // What the token does not reach belongs to it: granted later, it is read from the beginning and not half.
    private StagingIdentity Identity(SyncerSet syncers, string audience) => new(
        $"{apiOptions.BaseUrl.Scheme}://{apiOptions.BaseUrl.IdnHost}:{apiOptions.BaseUrl.Port}",
        string.Join(
            ';',
            [
                .. SettingsText.Of(settings).Select(static setting => $"{setting.Key}={setting.Value}"),
                .. syncers.Parts.Skips.Select(static skip => $"without {skip.What}"),
            ]))
    {
        Audience = audience,
        Client = apiOptions.ClientId,
        Engine = EngineVersion.Current,
    };
}
