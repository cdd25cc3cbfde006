using Auth0Connector.AccessFile.Container;
using Auth0Connector.AccessFile.Failures;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.AccessFile.Tests.Fixtures;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Tests.Container;

public sealed class AccessFileEncoderTests
{
    [Fact]
    public void Header_is_followed_immediately_by_one_zstd_frame()
    {
        var file = SampleFiles.Sample();

        Assert.Equal("43315A4600" + "28B52FFD", Convert.ToHexString(file.AsSpan(0, 9)));
    }

    [Fact]
    public void Frame_of_a_small_database_has_content_size_checksum_and_no_dictionary()
    {
        using var folder = new TempFolder();
        var database = SampleFiles.WriteDatabase(folder);

        var file = SampleFiles.Encode(database);

        // Single segment and checksum bits, a content size of 2 or 4 bytes, no dictionary id.
        Assert.Equal(0x24, file[9] & 0x3F);
        Assert.True(ZstdFrameHeader.TryRead(file.AsSpan(5), out var header));
        Assert.Equal((ulong)new FileInfo(database).Length, header.ContentSize);
    }

    [Fact]
    public void Window_of_a_large_database_stays_small()
    {
        using var folder = new TempFolder();
        var noise = new byte[8 << 20];
        new Random(1).NextBytes(noise);
        var path = folder.Write("large", noise);

        var file = SampleFiles.Encode(path);

        Assert.Equal(0x04, file[9] & 0x3F);
        Assert.True(ZstdFrameHeader.TryRead(file.AsSpan(5), out var header));
        Assert.Equal(512UL << 10, header.WindowSize);
        Assert.Equal(8UL << 20, header.ContentSize);
        Assert.Equal(noise, AccessFileDecoderTests.Decode(file, DecoderLimits.Default));
    }

    [Theory]
    [InlineData((8 << 20) + 1)]
    [InlineData(12 << 20)]
    [InlineData((21 << 20) + 12_345)]
    public void A_database_beyond_two_frames_becomes_several_that_read_as_one(int size)
    {
        using var folder = new TempFolder();
        var noise = new byte[size];
        // Half of it repeats, as pages of a database do.
        new Random(1).NextBytes(noise.AsSpan(0, size / 2));

        var file = SampleFiles.Encode(folder.Write("large", noise));

        Assert.True(ZstdFrameHeader.TryRead(file.AsSpan(5), out var header));
        Assert.Equal(4UL << 20, header.ContentSize);
        Assert.Equal(noise, AccessFileDecoderTests.Decode(file, DecoderLimits.Default));
    }

    [Fact]
    public void A_bit_that_flips_in_any_frame_is_noticed()
    {
        using var folder = new TempFolder();
        var noise = new byte[13 << 20];
        new Random(1).NextBytes(noise);
        var file = SampleFiles.Encode(folder.Write("large", noise));

        for (var at = 100_000; at < file.Length; at += 4 << 20)
        {
            var damaged = (byte[])file.Clone();
            damaged[at] ^= 1;
            Assert.Throws<AccessFileException>(() => AccessFileDecoderTests.Decode(damaged, DecoderLimits.Default));
        }
    }

    [Fact]
    public void A_file_that_ends_between_two_frames_is_not_taken_for_whole()
    {
        using var folder = new TempFolder();
        var database = SampleFiles.WriteDatabase(folder);
        using (var connection = new SqliteConnection($"Data Source={database};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText =
                """
                insert into v1_assets (external_id, content_type, data, sync_id, discovered_at)
                values ('large', 'application/octet-stream', randomblob(12000000), 'sync', '2026-01-01 00:00:00')
                """;
            command.ExecuteNonQuery();
        }

        var file = SampleFiles.Encode(database);
        var border = file.AsSpan(6).IndexOf(new byte[] { 0x28, 0xB5, 0x2F, 0xFD }) + 6;
        var cut = folder.Write("cut.c1z", file[..border]);

        Assert.InRange(border, 3_000_000, file.Length - 3_000_000);
        var failure = Assert.Throws<AccessFileException>(() =>
        {
            using var reader = AccessFileReader.Open(cut, new AccessFileReaderOptions(), CancellationToken.None);
        });
        Assert.Equal(AccessFileErrorKind.Corrupt, failure.Kind);
    }

    [Fact]
    public void Empty_database_is_a_frame_of_nothing()
    {
        using var folder = new TempFolder();

        var file = SampleFiles.Encode(folder.Write("empty", []));

        Assert.True(ZstdFrameHeader.TryRead(file.AsSpan(5), out var header));
        Assert.Equal(0UL, header.ContentSize);
        Assert.Empty(AccessFileDecoderTests.Decode(file, DecoderLimits.Default));
    }

    [Fact]
    public void Cancelling_stops_the_compression()
    {
        using var folder = new TempFolder();
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(
            () => AccessFileEncoder.Encode(SampleFiles.WriteDatabase(folder), Stream.Null, source.Token));
    }

    [Fact]
    public void Missing_database_is_said_by_kind()
    {
        using var folder = new TempFolder();

        var failure = Assert.Throws<AccessFileException>(
            () => AccessFileEncoder.Encode(folder.File("none.db"), Stream.Null, CancellationToken.None));

        Assert.Equal(AccessFileErrorKind.NotFound, failure.Kind);
    }
}
