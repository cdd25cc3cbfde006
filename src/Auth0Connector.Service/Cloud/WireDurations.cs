using Google.Protobuf.WellKnownTypes;

namespace Auth0Connector.Service.Cloud;

/// <summary>Durations of the wire, which may be absent, negative, or beyond what a clock can count (service-mode.md, sections 7.2 and 7.4).</summary>
internal static class WireDurations
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ShortestBeat = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan UsualBeat = TimeSpan.FromSeconds(30);

    /// <summary>When to ask again: 0 to 5 minutes.</summary>
    public static TimeSpan NextPoll(Duration? wished) => Clamped(wished, TimeSpan.Zero);

    /// <summary>When the next heartbeat is due: 1 second to 5 minutes, 30 seconds where nothing is said.</summary>
    public static TimeSpan NextBeat(Duration? wished) =>
        wished is null or { Seconds: 0, Nanos: 0 } ? UsualBeat : Clamped(wished, ShortestBeat);

    // By hand, since the library throws for what it calls not normalized.
    private static TimeSpan Clamped(Duration? wished, TimeSpan shortest)
    {
        var seconds = Math.Clamp(wished?.Seconds ?? 0, -1, (long)Longest.TotalSeconds);
        var time = TimeSpan.FromSeconds(seconds) + TimeSpan.FromMicroseconds((wished?.Nanos ?? 0) / 1000L);
        return time < shortest ? shortest : time > Longest ? Longest : time;
    }
}
