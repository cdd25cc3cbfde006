using Auth0Connector.AccessFile.Format;
using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace Auth0Connector.AccessFile.Tests.Format;

public sealed class KsuidTests
{
    [Theory]
    [InlineData("3MWbZJps0nttlwPgAEbh5CAXpNS", "2026-11-23T21:28:44Z")]
    [InlineData("000000000000000000000000000", "2014-05-13T16:53:20Z")]
    [InlineData("aWgEPTl1tmebfsQzFP4bxwgy80V", "2150-06-19T23:21:35Z")]
    public void Known_ids_tell_their_second_and_print_as_they_were(string text, string time)
    {
        Assert.True(Ksuid.TryParse(text, out var ksuid));
        Assert.Equal(DateTimeOffset.Parse(time), ksuid.Time);
        Assert.Equal(text, ksuid.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("3MWbZJps0nttlwPgAEbh5CAXpN")]
    [InlineData("3MWbZJps0nttlwPgAEbh5CAXpNSS")]
    [InlineData("3MWbZJps0nttlwPgAEbh5CAXpN-")]
    [InlineData("aWgEPTl1tmebfsQzFP4bxwgy80W")]
    [InlineData("zzzzzzzzzzzzzzzzzzzzzzzzzzz")]
    public void Other_texts_are_no_ids(string? text)
    {
        Assert.False(Ksuid.TryParse(text, out _));
    }

    [Fact]
    public void Any_bytes_survive_text_and_sort_as_their_text()
    {
        var seconds = Gen.Long[0, uint.MaxValue].Select(value => DateTimeOffset.FromUnixTimeSeconds(1_400_000_000 + value));
        Gen.Select(seconds, Gen.Byte.Array[16], seconds).Sample((time, payload, later) =>
        {
            var ksuid = Ksuid.Create(time, payload);
            Assert.True(Ksuid.TryParse(ksuid.ToString(), out var parsed));
            Assert.Equal(ksuid, parsed);
            var other = Ksuid.Create(later, payload);
            Assert.Equal(Math.Sign(time.CompareTo(later)), Math.Sign(string.CompareOrdinal(ksuid.ToString(), other.ToString())));
        });
    }

    [Fact]
    public void New_ids_carry_the_given_time_and_differ()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 21, 28, 44, 181, TimeSpan.Zero));

        var first = Ksuid.New(clock);
        var second = Ksuid.New(clock);

        Assert.Equal(new DateTimeOffset(2026, 11, 23, 21, 28, 44, TimeSpan.Zero), first.Time);
        Assert.NotEqual(first, second);
    }
}
