using System.Globalization;
using Auth0Connector.AccessFile.Schema;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Staging;

/// <summary>What a working file knows of its own run.</summary>
internal sealed record StagingRun(StagingIdentity Identity, string SyncId, DateTimeOffset StartedAt)
{
    private const string VersionKey = "version";
    private const string SourceKey = "source";
    private const string SettingsKey = "settings";
    private const string AudienceKey = "audience";
    private const string ClientKey = "client";
    private const string EngineKey = "engine";
    private const string SyncIdKey = "sync_id";
    private const string StartedAtKey = "started_at";
    private const string OutcomeKey = "outcome";

    /// <summary>Version of the working tables.</summary>
    public string Version { get; init; } = StagingTables.Version;

    /// <summary>What the engine wants to say of the finished run; set once everything is read and only the file is to be written.</summary>
    public string? Outcome { get; init; }

    /// <summary>The run as texts by key.</summary>
    public Dictionary<string, string> ToFacts()
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [VersionKey] = Version,
            [SourceKey] = Identity.Source,
            [SettingsKey] = Identity.Settings,
            [AudienceKey] = Identity.Audience,
            [ClientKey] = Identity.Client,
            [EngineKey] = Identity.Engine,
            [SyncIdKey] = SyncId,
            [StartedAtKey] = StartedAt.ToString("O", CultureInfo.InvariantCulture),
        };
        if (Outcome is not null)
        {
            facts[OutcomeKey] = Outcome;
        }

        return facts;
    }

    /// <summary>The run that texts tell of; <see langword="null"/> where they tell of none.</summary>
    public static StagingRun? FromFacts(IReadOnlyDictionary<string, string> facts) =>
        facts.TryGetValue(VersionKey, out var version)
            && facts.TryGetValue(SourceKey, out var source)
            && facts.TryGetValue(SettingsKey, out var settings)
            && facts.TryGetValue(SyncIdKey, out var syncId)
            && facts.TryGetValue(StartedAtKey, out var text)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var startedAt)
            ? new StagingRun(Identify(source, settings, facts), syncId, startedAt)
            {
                Version = version,
                Outcome = facts.GetValueOrDefault(OutcomeKey),
            }
            : null;

    private static StagingIdentity Identify(string source, string settings, IReadOnlyDictionary<string, string> facts) => new(source, settings)
    {
        Audience = facts.GetValueOrDefault(AudienceKey, ""),
        Client = facts.GetValueOrDefault(ClientKey, ""),
        Engine = facts.GetValueOrDefault(EngineKey, ""),
    };

    /// <summary>Writes the run into its working file.</summary>
    public void Write(SqliteConnection connection, SqliteTransaction transaction)
    {
        foreach (var (key, value) in ToFacts())
        {
            StagingFacts.Write(connection, transaction, key, value);
        }
    }
}
