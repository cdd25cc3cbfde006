namespace Auth0Connector.Cli.Shell;

/// <summary>A kind of failure: a stable word for programs, and its exit code.</summary>
/// <param name="Word">The word; it is never renamed.</param>
/// <param name="ExitCode">The exit code; of a signal that of Ctrl-C.</param>
/// <param name="Meaning">What it means, for documentation.</param>
internal sealed record ErrorClass(string Word, int ExitCode, string Meaning)
{
    public static readonly ErrorClass Bug = new("bug", ExitCodes.Bug, "a bug of ours");
    public static readonly ErrorClass Usage = new("usage", ExitCodes.Usage, "the command line or the configuration is wrong, or a name fits nobody or several");
    public static readonly ErrorClass CredentialsRefused = new("credentials-refused", ExitCodes.CredentialsRefused, "the tenant or ConductorOne refused the credentials");
    public static readonly ErrorClass PermissionMissing = new("permission-missing", ExitCodes.PermissionMissing, "a scope or a feature of the plan is missing");
    public static readonly ErrorClass TenantUnavailable = new("tenant-unavailable", ExitCodes.TenantUnavailable, "the tenant is unreachable, down, limiting, or something else answers");
    public static readonly ErrorClass File = new("file", ExitCodes.AccessFile, "a file cannot be read or written whole");
    public static readonly ErrorClass Output = new("output", ExitCodes.AccessFile, "standard output is full or closed");
    public static readonly ErrorClass Incomplete = new("incomplete", ExitCodes.Incomplete, "read but not proven whole, or not all of a change was made");
    public static readonly ErrorClass Locked = new("locked", ExitCodes.Locked, "another run holds the file or the folder");
    public static readonly ErrorClass Interrupted = new("interrupted", ExitCodes.Interrupted, "a signal stopped the run; the code is 143 for SIGTERM");

    /// <summary>All of them, in the order of documentation.</summary>
    public static IReadOnlyList<ErrorClass> All { get; } =
        [Bug, Usage, CredentialsRefused, PermissionMissing, TenantUnavailable, File, Output, Incomplete, Locked, Interrupted];
}
