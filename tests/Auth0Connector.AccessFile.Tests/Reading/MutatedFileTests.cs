using Auth0Connector.AccessFile.Container;
using Auth0Connector.AccessFile.Failures;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.AccessFile.Tests.Fixtures;

namespace Auth0Connector.AccessFile.Tests.Reading;

/// <summary>10,000 damaged files end in an answer or in our own exception, never in another one.</summary>
public sealed class MutatedFileTests
{
    private const int Seed = 20261123;
    private const int Rounds = 5000;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_outcome_is_success_or_our_own_exception(bool isCompressed)
    {
        using var folder = new TempFolder();
        var database = SampleFiles.WriteDatabase(folder);
        var original = isCompressed ? SampleFiles.Encode(database) : File.ReadAllBytes(database);
        var refused = 0;
        Parallel.For(0, Rounds, round =>
        {
            var path = folder.Write($"mutated-{round}.c1z", FileMutation.Of(original, new Random(Seed + round)));
            try
            {
                ReadEverything(path, new AccessFileReaderOptions { TemporaryFolder = folder.Path, Limits = DecoderLimits.FromMegabytes(64, 8) });
            }
            catch (AccessFileException)
            {
                Interlocked.Increment(ref refused);
            }
            catch (Exception exception)
            {
                Assert.Fail($"Seed {Seed + round}: {exception}");
            }

            File.Delete(path);
        });

        Assert.InRange(refused, 1, Rounds);
        Assert.Equal([database], Directory.GetFileSystemEntries(folder.Path));
    }

    private static void ReadEverything(string path, AccessFileReaderOptions options)
    {
        using var reader = AccessFileReader.Open(path, options, default);
        foreach (var sync in reader.Syncs)
        {
            var held = new GrantFilter { EntitlementId = "role:rol_admin:assigned" };
            Drain(reader.ReadResourceTypes(sync, default), row => row.Message);
            Drain(reader.ReadResources(sync, ResourceFilter.All, default), row => $"{row.Message}{row.ResourceId}");
            Drain(reader.ReadEntitlements(sync, EntitlementFilter.All, default), row => row.Message);
            Drain(reader.ReadGrants(sync, GrantFilter.All, default), row => $"{row.Message}{row.Expandable}");
            Drain(reader.ReadGrants(sync, held, default), row => row.Message);
            Drain(reader.ReadAssets(sync, null, default), row => row.Data);
            Assert.NotNull(reader.CountRows(sync, default).ToJson());
        }
    }

    private static void Drain<T>(IEnumerable<T> rows, Func<T, object> look)
    {
        foreach (var row in rows)
        {
            Assert.NotNull(look(row));
        }
    }
}
