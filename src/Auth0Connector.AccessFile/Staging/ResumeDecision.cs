using System.Globalization;
using Auth0Connector.AccessFile.Schema;

namespace Auth0Connector.AccessFile.Staging;

/// <summary>Whether a run that was cut short goes on, and if not, why.</summary>
internal static class ResumeDecision
{
    // A clock may have been set back since; a run from further ahead was begun by another clock altogether.
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromHours(2);

    /// <summary><see langword="null"/> when it goes on.</summary>
    public static string? WhyNot(StagingRun? run, StagingIdentity identity, StagingOptions options, DateTimeOffset now)
    {
        if (options.StartOver is { } known)
        {
            return known;
        }

        if (run is null)
        {
            return "what an earlier run left is damaged or was never begun";
        }

        if (!options.Resume)
        {
            return "going on was not wanted (--no-resume)";
        }

        if (run.Version != StagingTables.Version)
        {
            return $"an earlier run was left by another version of the program (its working file has version {run.Version}, this one writes {StagingTables.Version})";
        }

        if (Difference(run.Identity, identity) is { } difference)
        {
            return difference;
        }

        var age = now - run.StartedAt;
        return age > options.ResumeWithin || age < -ClockTolerance
            ? $"an earlier run began at {run.StartedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC, longer ago than --resume-within allows"
            : null;
    }

    private static string? Difference(StagingIdentity then, StagingIdentity now) =>
        then.Engine != now.Engine ? $"an earlier run was left by another version of the program (its engine has version {then.Engine}, this one {now.Engine})"
        : then.Source != now.Source ? $"an earlier run was reading another tenant ({then.Source})"
        : then.Audience != now.Audience ? $"an earlier run was asking for another audience ({then.Audience})"
        : then.Client != now.Client ? $"an earlier run was reading as another client ({then.Client})"
        : then.Settings != now.Settings ? $"an earlier run had other settings ({Difference(then.Settings, now.Settings)})"
        : null;

    private static string Difference(string former, string present)
    {
        var now = present.Split(';').ToHashSet(StringComparer.Ordinal);
        var then = former.Split(';').Where(part => !now.Contains(part)).ToList();
        return then.Count > 0 ? string.Join(", ", then) : "fewer of them";
    }
}
