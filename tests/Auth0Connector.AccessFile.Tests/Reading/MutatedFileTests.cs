using Auth0Connector.AccessFile.Reading;
using Auth0Connector.AccessFile.Tests.Fixtures;

namespace Auth0Connector.AccessFile.Tests.Reading;

/// <summary>Damaged files end in an answer or in our own exception, never in another one.</summary>
public sealed class MutatedFileTests
{
    private const int Seed = 20261123;
    private const int Rounds = 1500;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_outcome_is_success_or_our_own_exception(bool isCompressed)
    {
        using var folder = new TempFolder();
        var database = SampleFiles.WriteDatabase(folder);
        var original = isCompressed ? SampleFiles.Encode(database) : File.ReadAllBytes(database);
        var path = folder.File("mutated.c1z");
        var options = new AccessFileReaderOptions { TemporaryFolder = folder.Path };
        var refused = 0;
        for (var round = 0; round < Rounds; round++)
        {
            File.WriteAllBytes(path, Mutate(original, new Random(Seed + round)));
            try
            {
                ReadEverything(path, options);
            }
            catch (AccessFileException)
            {
                refused++;
            }
            catch (Exception exception)
            {
                Assert.Fail($"Seed {Seed + round}: {exception}");
            }
        }

        Assert.InRange(refused, 1, Rounds);
        Assert.Equal(2, Directory.GetFileSystemEntries(folder.Path).Length);
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

    private static byte[] Mutate(byte[] original, Random random)
    {
        var bytes = original.ToArray();
        for (var i = random.Next(1, 12); i > 0; i--)
        {
            // Half of the damage goes to the beginning, where headers and schema are.
            var position = random.Next(random.Next(2) == 0 ? Math.Min(200, bytes.Length) : bytes.Length);
            switch (random.Next(5))
            {
                case 0:
                    bytes[position] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[position] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes.AsSpan(position, Math.Min(random.Next(64), bytes.Length - position)).Clear();
                    break;
                case 3:
                    var length = Math.Min(random.Next(1, 512), bytes.Length - position);
                    bytes.AsSpan(random.Next(bytes.Length - length), length).CopyTo(bytes.AsSpan(position, length));
                    break;
                default:
                    bytes[position] = random.Next(2) == 0 ? (byte)0xFF : (byte)0x7F;
                    break;
            }
        }

        return random.Next(20) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
    }
}
