namespace Auth0Connector.Cli.Doctor;

/// <summary>How one thing stands.</summary>
internal enum Health
{
    /// <summary>It was looked at and is right.</summary>
    Good,

    /// <summary>It stops nothing now, and somebody should know.</summary>
    Remark,

    /// <summary>It stops a run.</summary>
    Bad,

    /// <summary>It was not looked at, and the reason is said: nothing is known.</summary>
    NotAsked,
}

/// <summary>One thing that was looked at before a first run.</summary>
/// <param name="Name">What, in a word or two.</param>
/// <param name="Health">How it stands.</param>
/// <param name="Found">What was seen, or why it was not looked at.</param>
/// <param name="Remedy">What to do; <see langword="null"/> where nothing is to be done.</param>
/// <param name="ExitCode">The exit code of a run that would stop there; 0 where none would.</param>
internal sealed record Examination(string Name, Health Health, string Found, string? Remedy = null, int ExitCode = 0)
{
    /// <summary>It is right, as was seen by this.</summary>
    public static Examination Good(string name, string found) => new(name, Health.Good, found);

    /// <summary>It was not looked at.</summary>
    public static Examination NotAsked(string name, string because) => new(name, Health.NotAsked, because);

    /// <summary>It stops a run.</summary>
    public static Examination Bad(string name, string found, string? remedy, int exitCode) => new(name, Health.Bad, found, remedy, exitCode);

    /// <summary>It stops nothing now.</summary>
    public static Examination Remark(string name, string found, string? remedy) => new(name, Health.Remark, found, remedy);
}
