using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Staging;

/// <summary>What the working file knows of its own run, as texts by key.</summary>
internal sealed class StagingFacts(SqliteConnection connection)
{
    private const string VersionKey = "version";
    private const string SourceKey = "source";
    private const string SettingsKey = "settings";
    private const string SyncIdKey = "sync_id";
    private const string StartedAtKey = "started_at";

    public string SyncId => Read(SyncIdKey) ?? throw new InvalidOperationException("The working file has no run.");

    public DateTimeOffset StartedAt => DateTimeOffset.Parse(
        Read(StartedAtKey) ?? throw new InvalidOperationException("The working file has no run."),
        CultureInfo.InvariantCulture,
        DateTimeStyles.RoundtripKind);

    public void Begin(StagingIdentity identity, string syncId, DateTimeOffset startedAt)
    {
        Write(VersionKey, StagingTables.Version);
        Write(SourceKey, identity.Source);
        Write(SettingsKey, identity.Settings);
        Write(SyncIdKey, syncId);
        Write(StartedAtKey, startedAt.ToString("O", CultureInfo.InvariantCulture));
    }

    private string? Read(string key)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "select value from staging_facts where key = $key";
        command.Parameters.AddWithValue("$key", key);
        return command.ExecuteScalar() as string;
    }

    private void Write(string key, string value)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "insert or replace into staging_facts (key, value) values ($key, $value)";
        command.Parameters.AddWithValue("$key", key);
        command.Parameters.AddWithValue("$value", value);
        command.ExecuteNonQuery();
    }
}
