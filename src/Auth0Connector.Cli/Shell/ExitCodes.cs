namespace Auth0Connector.Cli.Shell;

/// <summary>The exit codes, in one table that help, documentation and tests share.</summary>
internal static class ExitCodes
{
    public const int Complete = 0;
    public const int Bug = 1;
    public const int Usage = 2;
    public const int Skips = 3;
    public const int CredentialsRefused = 10;
    public const int PermissionMissing = 11;
    public const int TenantUnavailable = 12;
    public const int AccessFile = 13;
    public const int Incomplete = 14;
    public const int Locked = 15;
    public const int Interrupted = 130;
    public const int Terminated = 143;

    // Of many, the one that matters most comes first; a signal before all.
    private static readonly int[] WorstFirst = [Terminated, Interrupted, Bug, Incomplete, AccessFile, Locked, CredentialsRefused, PermissionMissing, TenantUnavailable, Usage, Skips];

    /// <summary>The one code that stands for several.</summary>
    public static int Worst(IReadOnlyCollection<int> codes) => WorstFirst.FirstOrDefault(codes.Contains, Complete);

    /// <summary>Each code with what it means, in the words of help and documentation.</summary>
    public static IReadOnlyList<(int Code, string Meaning)> All { get; } =
    [
        (Complete, "complete; announced skips included"),
        (Bug, "a bug of ours"),
        (Usage, "wrong usage or configuration, or a name that fits nobody or several; nothing was changed"),
        (Skips, "complete but for announced skips, with --strict; differences, with diff --exit-code; no path, of explain; findings, with --fail-on"),
        (CredentialsRefused, "the tenant, or ConductorOne at the start of service mode, refused the credentials"),
        (PermissionMissing, "a permission (scope, plan) is missing for something asked for"),
        (TenantUnavailable, "the tenant is unreachable, down or limiting beyond patience"),
        (AccessFile, "the access file, the journal or ledger of changes, or another output, such as standard output, cannot be read or written whole"),
        (Incomplete, "read, but not proven whole, and the former file stands; or not all of a change was made"),
        (Locked, "another run holds the file or wrote the object first, or another service of the same identity its folder"),
        (Interrupted, "stopped by Ctrl-C (SIGINT)"),
        (Terminated, "stopped by SIGTERM"),
    ];
}
