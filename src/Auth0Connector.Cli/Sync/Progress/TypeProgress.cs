using Auth0Connector.Cli.Output;
using Auth0Connector.Sync.Reporting;

namespace Auth0Connector.Cli.Sync.Progress;

/// <summary>How far one resource type has come, and since when.</summary>
/// <param name="Latest">The latest report.</param>
/// <param name="First">The first report, where the rate starts: a resumed sync does not begin at nothing.</param>
/// <param name="FirstSeen">Timestamp of the first report.</param>
internal sealed record TypeProgress(SyncProgress Latest, SyncProgress First, long FirstSeen)
{
    /// <summary>Everything that is known to be read: resources, and collections to their end.</summary>
    public double Work => Math.Max(Latest.ResourcesExpected ?? Latest.Resources, Latest.Resources) + Latest.Collections;

    /// <summary>What of it is read.</summary>
    public double Done => Latest.Resources + Latest.CollectionsDone;

    /// <summary>Resources and grants read in a second, on average.</summary>
    public double Rate(TimeSpan elapsed) =>
        elapsed <= TimeSpan.Zero ? 0 : (Latest.Resources + Latest.Grants - First.Resources - First.Grants) / elapsed.TotalSeconds;

    /// <summary>Time left at the pace so far, or <see langword="null"/> where nothing can be said.</summary>
    public TimeSpan? TimeLeft(TimeSpan elapsed)
    {
        var gained = Done - (First.Resources + First.CollectionsDone);
        return gained <= 0 || Done >= Work ? null : elapsed * ((Work - Done) / gained);
    }

    /// <summary>Such as <c>user 400 of 900</c>.</summary>
    public string Describe()
    {
        var text = Latest.ResourcesExpected is { } expected && expected > Latest.Resources
            ? $"{Latest.ResourceType} {Amount.Count(Latest.Resources)} of {Amount.Count(expected)}"
            : $"{Latest.ResourceType} {Amount.Count(Latest.Resources)}";
        return Latest.Grants > 0 ? $"{text} with {Amount.Count(Latest.Grants)} grants" : text;
    }

    /// <summary>Counts, rate and time left, as the live display shows them.</summary>
    public string Figures(TimeSpan elapsed)
    {
        var expected = Latest.ResourcesExpected is { } total ? $"/{Amount.Count(total)}" : string.Empty;
        var grants = Latest.Grants > 0 ? $"  {Amount.Count(Latest.Grants)} grants" : string.Empty;
        var rate = Rate(elapsed) is >= 1 and var perSecond ? $"  {Amount.Count((long)perSecond)}/s" : string.Empty;
        var left = TimeLeft(elapsed) is { } time ? $"  {Amount.Time(time)} left" : string.Empty;
        return $"{Amount.Count(Latest.Resources)}{expected}{grants}{rate}{left}";
    }
}
