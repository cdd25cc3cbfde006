using System.Text;
using Auth0Connector.AccessFile.Comparison;
using CsCheck;

namespace Auth0Connector.AccessFile.Tests.Comparison;

public sealed class RecordSorterTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(16)]
    [InlineData(300)]
    [InlineData(100_000)]
    public void Records_come_in_the_order_of_their_keys_and_equal_ones_as_they_were_added(int mostBytes)
    {
        Gen.Byte[0, 3].Array[0, 4].Array[0, 200].Sample(
            keys =>
            {
                using var sorter = new RecordSorter(_folder.Path, mostBytes);
                foreach (var (number, key) in keys.Index())
                {
                    sorter.Add(key, Encoding.UTF8.GetBytes($"{number} {Convert.ToHexString(key)}"));
                }

                var expected = keys.Index().OrderBy(pair => Convert.ToHexString(pair.Item), StringComparer.Ordinal)
                    .Select(pair => $"{pair.Index} {Convert.ToHexString(pair.Item)}");
                Assert.Equal(expected, sorter.Read().Select(content => Encoding.UTF8.GetString(content.Span)).ToList());
            },
            iter: 100);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void A_record_larger_than_the_memory_comes_back_whole()
    {
        using var sorter = new RecordSorter(_folder.Path, mostBytes: 100);
        var large = Enumerable.Range(0, 50_000).Select(number => (byte)number).ToArray();
        sorter.Add([2], large);
        sorter.Add([1], [1]);
        sorter.Add([3], large);

        Assert.Equal([1, large.Length, large.Length], sorter.Read().Select(content => content.Length).ToList());
    }
}
