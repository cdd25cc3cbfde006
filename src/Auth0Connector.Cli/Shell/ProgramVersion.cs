using System.Globalization;
using System.Reflection;

namespace Auth0Connector.Cli.Shell;

/// <summary>The version of this program, as the build set it.</summary>
internal static class ProgramVersion
{
    private const string NotKnown = "unknown";

    // The version, and behind '+' the commit, where the build knew one.
    private static readonly string[] Parts =
        (typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0").Split('+', 2);

    /// <summary>Such as <c>0.1.0</c>; without the commit.</summary>
    public static string Text { get; } = Parts[0];

    /// <summary>The whole commit that it was built from; <c>unknown</c> where the build knew none, as one of a source archive.</summary>
    public static string Commit { get; } = Parts is [_, var commit] ? commit : NotKnown;

    /// <summary>When that commit was made (UTC); <see langword="null"/> where the build did not know.</summary>
    public static DateTimeOffset? CommittedAt { get; } = ReadTime();

    /// <summary>Version, commit and the commit's date on one line.</summary>
    public static string Line { get; } =
        $"auth0-connector {Text} ({(Commit == NotKnown ? "commit unknown" : Commit[..Math.Min(12, Commit.Length)])}{(CommittedAt is { } time ? time.ToString(", yyyy-MM-dd", CultureInfo.InvariantCulture) : string.Empty)})";

    private static DateTimeOffset? ReadTime()
    {
        var text = typeof(ProgramVersion).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(static entry => entry.Key == "CommitTime")?.Value;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
    }
}
