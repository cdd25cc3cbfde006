using Auth0Connector.AccessFile.Format;
using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Schema;
using Auth0Connector.AccessFile.Sums;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Staging;

/// <summary>
/// One grant that came in several rows, each with metadata of its own: the last row, which is kept, gets the metadata of
/// all. Structs are united field by field; where two rows say different things of one field, the later one holds.
/// </summary>
internal static class DuplicateGrants
{
    public static void UniteMetadata(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction();
        using var read = connection.CreateCommand();
        read.Transaction = transaction;
        read.CommandText =
            """
            select g.id, g.external_id, g.data from v1_grants g
            join (select external_id, sync_id from v1_grants group by external_id, sync_id having count(*) > 1) twice
              on twice.external_id = g.external_id and twice.sync_id = g.sync_id
            order by g.sync_id, g.external_id, g.id
            """;
        var updates = new List<(long RowId, byte[] Data)>();
        using (var reader = read.ExecuteReader())
        {
            var former = (Id: "", Metadata: new Struct());
            while (reader.Read())
            {
                var id = reader.GetString(1);
                var grant = Grant.Parser.ParseFrom(reader.GetFieldValue<byte[]>(2));
                if (Annotation.Find<GrantMetadata>(grant.Annotations)?.Metadata is not { } metadata)
                {
                    continue;
                }

                if (id == former.Id)
                {
                    metadata = Unite(former.Metadata, metadata);
                    updates.Add((reader.GetInt64(0), With(grant, metadata).ToByteArray()));
                }

                former = (id, metadata);
            }
        }

        using var write = connection.CreateCommand();
        write.Transaction = transaction;
        write.CommandText = "update v1_grants set data = $data where id = $id";
        using var changes = new RowChanges(connection, AccessFileSchema.Grants);
        foreach (var (rowId, data) in updates)
        {
            changes.Before(rowId);
            write.Parameters.Clear();
            write.Parameters.AddWithValue("$data", data);
            write.Parameters.AddWithValue("$id", rowId);
            write.ExecuteNonQuery();
            changes.After(rowId);
        }

        changes.Write();
        transaction.Commit();
    }

    private static Grant With(Grant grant, Struct metadata)
    {
        for (var i = 0; i < grant.Annotations.Count; i++)
        {
            if (Annotation.Is<GrantMetadata>(grant.Annotations[i]))
            {
                grant.Annotations[i] = Annotation.Pack(new GrantMetadata { Metadata = metadata });
            }
        }

        return grant;
    }

    private static Struct Unite(Struct former, Struct later)
    {
        var fields = new SortedDictionary<string, Value>(Utf8Order.Instance);
        foreach (var (key, value) in former.Fields)
        {
            fields[key] = value;
        }

        foreach (var (key, value) in later.Fields)
        {
            fields[key] = fields.TryGetValue(key, out var known) && known.KindCase == Value.KindOneofCase.StructValue
                && value.KindCase == Value.KindOneofCase.StructValue
                ? Value.ForStruct(Unite(known.StructValue, value.StructValue))
                : value;
        }

        var united = new Struct();
        foreach (var (key, value) in fields)
        {
            united.Fields.Add(key, value);
        }

        return united;
    }
}
