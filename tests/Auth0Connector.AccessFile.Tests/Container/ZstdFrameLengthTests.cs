using Auth0Connector.AccessFile.Container;
using Auth0Connector.AccessFile.Tests.Fixtures;
using CsCheck;

namespace Auth0Connector.AccessFile.Tests.Container;

/// <summary>The end of a frame by its blocks is where the frame ends, and is never guessed.</summary>
public sealed class ZstdFrameLengthTests
{
    [Fact]
    public void Any_frame_ends_where_the_next_begins()
    {
        // None, one and many blocks; stored, repeated and compressed ones.
        Gen.Select(OneOf(0, 1, 255, 256, 70_000, 131_072, 131_073, 900_000), Gen.Int[0, 99], Gen.Double[0, 1], Gen.Bool, Gen.Bool, OneOf(-5, 1, 9))
            .Sample(
                static (size, seed, noise, hasSize, hasChecksum, level) =>
                {
                    var frame = Frames.Of(Frames.Content(size, seed, noise), hasSize, hasChecksum, level);
                    Assert.Equal(frame.Length, Find([.. frame, .. Frames.Of([1, 2, 3])], most: 1 << 20));
                    Assert.Equal(frame.Length, Find(frame, most: frame.Length));
                    Assert.Null(Find(frame, most: frame.Length - 1));
                },
                iter: 150,
                threads: 1);
    }

    [Fact]
    public void A_frame_that_is_cut_anywhere_has_no_end()
    {
        var frame = Frames.Of(Frames.Content(300_000, 1, 0.001));
        for (var length = ZstdFrameHeader.MaxLength; length < frame.Length; length++)
        {
            Assert.Null(Find(frame[..length], most: 1 << 20));
        }
    }

    [Fact]
    public void A_block_of_no_known_kind_has_no_end()
    {
        var frame = Frames.Of(Frames.Content(300_000, 1, 0.5));
        Assert.True(ZstdFrameHeader.TryRead(frame, out var header));
        frame[header.Length] |= 6;

        Assert.Null(Find(frame, most: 1 << 20));
    }

    private static int? Find(byte[] bytes, int most)
    {
        using var stream = new MemoryStream(bytes);
        var input = new PackedInput(stream);
        input.Demand(ZstdFrameHeader.MaxLength);
        Assert.True(ZstdFrameHeader.TryRead(input.Bytes, out var header));
        return ZstdFrameLength.Find(input, header, most);
    }

    private static Gen<int> OneOf(params int[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
