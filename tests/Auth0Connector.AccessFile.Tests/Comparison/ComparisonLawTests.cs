using Auth0Connector.AccessFile.Comparison;
using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.AccessFile.Tests.Fixtures;
using CsCheck;

namespace Auth0Connector.AccessFile.Tests.Comparison;

/// <summary>Random pairs of syncs against the naive comparison: one file or two, with indexes or without, with columns that are missing.</summary>
public sealed class ComparisonLawTests : IDisposable
{
    private const string Former = "former";
    private const string Later = "later";

    // Cases, prefixes of each other, a quote, a colon, beyond ASCII and beyond the first plane, whose UTF-16 sorts otherwise.
    private static readonly string[] Ids = ["a", "A", "ab", "a'b", "a:b", "é", "\uffee", "😀", "%", ""];

    private static readonly Gen<(int Principal, int Content, bool Expands)[]> Rows =
        Gen.Select(Gen.Int[0, Ids.Length - 1], Gen.Int[0, 1], Gen.Bool).Array[0, 14];

    private readonly TempFolder _folder = new();
    private int _files;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, true)]
    [InlineData(false, true, true)]
    [InlineData(false, false, true)]
    [InlineData(false, false, false)]
    [InlineData(true, false, false)]
    public void The_comparison_is_the_naive_one(bool inOneFile, bool withIndexes, bool withExpansion)
    {
        Gen.Select(Rows, Rows).Sample(
            (before, after) =>
            {
                var first = Path(withIndexes, withExpansion, (Former, before), (Later, inOneFile ? after : []));
                var second = inOneFile ? first : Path(withIndexes, withExpansion: true, (Later, after));
                using var former = AccessFileReader.Open(first, new AccessFileReaderOptions(), default);
                using var other = AccessFileReader.Open(second, new AccessFileReaderOptions(), default);
                var later = inOneFile ? former : other;
                var (beforeSync, afterSync) = (former.FindSync(Former)!, later.FindSync(Later)!);
                using var comparison = SyncComparison.Open(former, beforeSync, later, afterSync);
                var (beforeRows, afterRows) = (Grants(former, beforeSync), Grants(later, afterSync));
                foreach (var which in Enum.GetValues<RowChange>())
                {
                    // Without the column in one of the files nobody can say that it differs.
                    var expected = NaiveComparison.Of(which, beforeRows, afterRows, isExpansionCompared: withExpansion);
                    Assert.Equal(expected, comparison.Grants(which, default).Select(pair => (pair.Before?.RowId, pair.After?.RowId)));
                }
            },
            iter: 20,
            threads: 1);
    }

    private static List<GrantRow> Grants(AccessFileReader reader, SyncRun sync) => [.. reader.ReadGrants(sync, new GrantFilter(), default)];

    private string Path(bool withIndexes, bool withExpansion, params (string Sync, (int Principal, int Content, bool Expands)[] Rows)[] syncs)
    {
        using var database = new SampleDatabase(_folder.File($"{_files++}.db"), withIndexes);
        foreach (var (sync, rows) in syncs)
        {
            database.AddSync(sync);

            // A foreign file without the index may have an id several times.
            foreach (var row in withIndexes ? rows.DistinctBy(row => row.Principal) : rows)
            {
                var expandable = new GrantExpandable();
                expandable.EntitlementIds.Add("role:a:assigned");
                database.AddGrant(("role", "x", "assigned"), ("user", Ids[row.Principal]), row.Expands ? expandable : null, data: [0x1a, 1, (byte)('0' + row.Content)]);
            }

            database.Execute($"update v1_grants set sync_id = '{sync}' where sync_id = '{SampleDatabase.SyncId}'");
        }

        if (!withExpansion)
        {
            database.Execute("drop index if exists idx_grants_sync_expansion_v1");
            database.Execute("alter table v1_grants drop column expansion");
        }

        return database.Path;
    }
}
