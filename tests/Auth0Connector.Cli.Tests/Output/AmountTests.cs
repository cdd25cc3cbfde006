using Auth0Connector.Cli.Output;

namespace Auth0Connector.Cli.Tests.Output;

public sealed class AmountTests
{
    [Theory]
    [InlineData(812, "812 bytes")]
    [InlineData(48_230, "48.2 kB")]
    [InlineData(1_440_000, "1.4 MB")]
    [InlineData(2_345_000_000, "2.35 GB")]
    public void A_size_is_readable(long bytes, string expected) => Assert.Equal(expected, Amount.Bytes(bytes));

    [Theory]
    [InlineData(0.04, "0.0 s")]
    [InlineData(59.9, "59.9 s")]
    [InlineData(59.97, "0 min 59 s")]
    [InlineData(125, "2 min 05 s")]
    [InlineData(4320, "1 h 12 min")]
    public void A_time_is_readable(double seconds, string expected) => Assert.Equal(expected, Amount.Time(TimeSpan.FromSeconds(seconds)));
}
