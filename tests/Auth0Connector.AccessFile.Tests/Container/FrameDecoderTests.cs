using System.Buffers.Binary;
using Auth0Connector.AccessFile.Container;
using Auth0Connector.AccessFile.Failures;
using Auth0Connector.AccessFile.Tests.Fixtures;
using CsCheck;

namespace Auth0Connector.AccessFile.Tests.Container;

/// <summary>Frames that are unpacked side by side, into a file, give what a stream gets one after the other: the bytes, or the same refusal.</summary>
public sealed class FrameDecoderTests
{
    private const int KiB = 1 << 10;

    private static readonly Gen<byte[]> AnyFrame = Gen.Frequency(
        (6, Gen.Select(Gen.Int[16 * KiB, 80 * KiB], Gen.Int[0, 1000], Gen.Double[0, 1], Gen.Bool, Gen.Bool, Frame)),
        (2, Gen.Select(OneOf(0, 1, 300, (16 * KiB) - 1, 16 * KiB), Gen.Int[0, 1000], Gen.Double[0, 1], Gen.Bool, Gen.Bool, Frame)),
        (1, Gen.Select(OneOf(4096 * KiB, (4096 * KiB) + 1), Gen.Int[0, 1000], Gen.Double[0, 0.1], Gen.Const(true), Gen.Bool, Frame)),
        (2, OneOf(0, 7, 300_000).Select(Frames.Skippable)));

    private static readonly Gen<byte[]> AnyRow = AnyFrame.Array[0, 12].Select(static frames => frames.SelectMany(static frame => frame).ToArray());

    [Fact]
    public void Any_row_of_frames_whole_or_damaged_gives_the_same()
    {
        Gen.Select(AnyRow, Gen.Int[0, 4], Gen.Double[0, 1], Gen.Byte[1, 255], static (row, kind, place, change) => Damage(row, kind, place, change))
            .Sample(AssertSame, iter: 400, threads: 1);
    }

    [Fact]
    public void Every_cut_and_every_changed_byte_gives_the_same()
    {
        byte[] row = [.. Frame(20_000, 1, 0.01), .. Frame(17_000, 2, 0.01, hasSize: false), .. Frame(40_000, 3, 0.01), .. Frame(16_384, 4, 0.01)];
        for (var at = 0; at < row.Length; at++)
        {
            AssertSame(row[..at]);
            AssertSame(Damage(row, 2, (double)at / row.Length, 0xFF));
            AssertSame(Damage(row, 2, (double)at / row.Length, 1));
        }
    }

    [Fact]
    public void Every_limit_is_kept_between_frames()
    {
        byte[] row = [.. Enumerable.Range(0, 40).SelectMany(static seed => Frame(64 * KiB, seed, 0.1))];
        foreach (var megabytes in (int[])[1, 2, 3])
        {
            AssertSame(row, DecoderLimits.FromMegabytes(megabytes, maxMemory: null));
            AssertSame(row, DecoderLimits.Default, freeBytes: megabytes * KiB * KiB);
        }
    }

    [Fact]
    public void A_database_that_goes_on_far_beyond_what_it_states_gives_the_same()
    {
        var header = new byte[100];
        "SQLite format 3\0"u8.CopyTo(header);
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(16), 4096);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(28), 10);
        byte[] begin = [.. header, .. new byte[(4096 * KiB) - 100]];
        var zeros = Frames.Of(new byte[4096 * KiB]);
        byte[] Row(byte[] first) => [.. Frames.Of(first), .. Enumerable.Repeat(zeros, 40).SelectMany(static frame => frame)];

        AssertSame(Row(begin));
        AssertSame(Row(new byte[4096 * KiB]));
    }

    [Fact]
    public void Cancelling_stops_it()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        using var source = new MemoryStream(Frame(64 * KiB, 1, 0.5));

        Assert.ThrowsAny<OperationCanceledException>(
            () => AccessFileDecoder.Decode(source, Stream.Null, "some.c1z", DecoderLimits.Default, cancellation.Token));
    }

    [Fact]
    public void A_write_that_fails_on_another_thread_is_told_to_whoever_waits()
    {
        using var folder = new TempFolder();
        using var closed = File.OpenHandle(folder.Write("closed", []), FileMode.Open, FileAccess.Read);
        using var slot = new FrameSlot(closed, mostWindowLog: 27);
        slot.Fill(Frame(64 * KiB, 1, 0.5), new FramePlace(0, 0, 64 * KiB, 0));
        slot.Unpack();

        Assert.Throws<UnauthorizedAccessException>(() => slot.Wait());
    }

    private static byte[] Frame(int size, int seed, double noise, bool hasSize = true, bool hasChecksum = true) =>
        Frames.Of(Frames.Content(size, seed, noise), hasSize, hasChecksum);

    // Whole, cut, a byte changed, and bytes that are no frame at the end or within.
    private static byte[] Damage(byte[] row, int kind, double place, byte change)
    {
        var at = (int)(row.Length * place);
        switch (kind)
        {
            case 1:
                return row[..at];
            case 2 when at < row.Length:
                var changed = (byte[])row.Clone();
                changed[at] ^= change;
                return changed;
            case 3:
                return [.. row, .. new byte[change]];
            case 4:
                return [.. row[..at], change, .. row[at..]];
            default:
                return row;
        }
    }

    private static void AssertSame(byte[] row) => AssertSame(row, DecoderLimits.Default);

    private static void AssertSame(byte[] row, DecoderLimits limits, long freeBytes = 1L << 32)
    {
        using var memory = new MemoryStream();
        using var file = new FileStream(
            Path.GetTempFileName(), new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite, BufferSize = 0, Options = FileOptions.DeleteOnClose });
        var (expected, refusal) = Decode(row, memory, limits, freeBytes);
        var (actual, actualRefusal) = Decode(row, file, limits, freeBytes);

        Assert.Equal((refusal?.Kind, refusal?.Message), (actualRefusal?.Kind, actualRefusal?.Message));

        // Of a frame that is damaged as much is written as had been unpacked when that showed, which depends on how it was read.
        var count = Math.Min(expected.Length, actual.Length);
        Assert.True((refusal is not null || expected.Length == actual.Length) && expected.AsSpan(0, count).SequenceEqual(actual.AsSpan(0, count)), "the same bytes");
    }

    private static (byte[] Written, AccessFileException? Refusal) Decode(byte[] row, Stream target, DecoderLimits limits, long freeBytes)
    {
        using var source = new MemoryStream(row);
        var refusal = Record.Exception(
            () => AccessFileDecoder.Decode(source, target, "some.c1z", limits, CancellationToken.None, () => freeBytes - target.Length));
        target.Position = 0;
        using var written = new MemoryStream();
        target.CopyTo(written);
        return (written.ToArray(), (AccessFileException?)refusal);
    }

    private static Gen<int> OneOf(params int[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
