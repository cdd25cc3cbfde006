using Auth0Connector.AccessFile.Format;
using CsCheck;

namespace Auth0Connector.AccessFile.Tests.Format;

public sealed class SyncTimestampTests
{
    [Theory]
    [InlineData("2026-11-23T21:28:44.1815914Z", "2026-11-23 21:28:44.1815914")]
    [InlineData("2026-11-23T21:28:44.5000000Z", "2026-11-23 21:28:44.5")]
    [InlineData("2026-11-23T21:28:44Z", "2026-11-23 21:28:44")]
    [InlineData("2026-11-23T23:28:44.05+02:00", "2026-11-23 21:28:44.05")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01 00:00:00")]
    public void Written_as_utc_without_zone_and_with_a_trimmed_fraction(string time, string expected)
    {
        Assert.Equal(expected, SyncTimestamp.Format(DateTimeOffset.Parse(time)));
    }

    [Theory]
    [InlineData("2026-11-23 21:28:44.181591428", "2026-11-23T21:28:44.1815914Z")]
    [InlineData("2026-11-23T21:28:44Z", "2026-11-23T21:28:44Z")]
    [InlineData("2026-11-23T23:28:44.5+02:00", "2026-11-23T21:28:44.5Z")]
    [InlineData("2026-11-23 21:28:44.123456789Z", "2026-11-23T21:28:44.1234567Z")]
    [InlineData("2026-11-23 21:28:44", "2026-11-23T21:28:44Z")]
    public void Layouts_of_other_writers_are_read(string text, string expected)
    {
        Assert.True(SyncTimestamp.TryParse(text, out var time));
        Assert.Equal(DateTimeOffset.Parse(expected), time);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("1795469324")]
    [InlineData("2026-13-01 00:00:00")]
    public void Other_texts_are_no_times(string? text)
    {
        Assert.False(SyncTimestamp.TryParse(text, out _));
    }

    [Fact]
    public void Any_time_survives_text()
    {
        Gen.DateTime.Sample(value =>
        {
            var time = new DateTimeOffset(DateTime.SpecifyKind(value, DateTimeKind.Utc));
            Assert.True(SyncTimestamp.TryParse(SyncTimestamp.Format(time), out var parsed));
            Assert.Equal(time, parsed);
        });
    }
}
