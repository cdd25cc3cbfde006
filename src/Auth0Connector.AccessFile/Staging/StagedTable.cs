using Auth0Connector.AccessFile.Sums;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Staging;

/// <summary>
/// Puts rows into one of the main tables and follows their sum. Its unique index comes after the load, so a row read twice may
/// stand twice until then; once it exists, the later row takes the former's place.
/// </summary>
internal sealed class StagedTable : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly string _name;
    private readonly string _syncId;
    private readonly PreparedInsert _insert;
    private readonly RowHash _hash = new();
    private RawStatement? _removeFormer;
    private RowSum _change;

    /// <param name="connection">The working file.</param>
    /// <param name="name">The table.</param>
    /// <param name="syncId">The sync that its rows belong to.</param>
    /// <param name="columns">Its columns in their order, but for the id and the three that every table ends with.</param>
    public StagedTable(SqliteConnection connection, string name, string syncId, params string[] columns)
    {
        _connection = connection;
        _name = name;
        _syncId = syncId;
        string[] all = [.. columns, "data", "sync_id", "discovered_at"];
        _insert = new PreparedInsert(
            connection,
            $"insert into {name} ({string.Join(", ", all)}) values ({string.Join(", ", all.Select(static _ => "?"))})");
    }

    /// <summary>Begins a row; the row of this id that is there already goes, where ids are unique by now.</summary>
    public PreparedInsert Begin(string externalId)
    {
        if (_removeFormer is not null)
        {
            _removeFormer.Bind("$id", externalId).Bind("$sync", _syncId);
            while (_removeFormer.Step())
            {
                _change -= RowSum.Of(_removeFormer.Hash(_hash));
            }
        }

        return _insert;
    }

    public void End(byte[] data, string discoveredAt) =>
        _change += RowSum.Of(_insert.Blob(data).Text(_syncId).Text(discoveredAt).Run());

    /// <summary>From now on ids are unique.</summary>
    public void BecomeUnique() =>
        _removeFormer ??= new RawStatement(_connection, $"delete from {_name} where external_id = $id and sync_id = $sync returning *");

    /// <summary>Puts what came and went into the sums, within the same transaction.</summary>
    public void Write(RowSums sums)
    {
        sums.Add(_name, _change);
        _change = default;
    }

    public void Dispose()
    {
        _insert.Dispose();
        _removeFormer?.Dispose();
    }
}
