using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Failures;

/// <summary>Turns a failure of SQLite into the kind that a person can act on (https://sqlite.org/rescode.html).</summary>
internal static class SqliteFailure
{
    public const int Interrupted = 9;
    public const int Damaged = 11;
    public const int Constraint = 19;
    public const int NotADatabase = 26;

    private const int Permission = 3;
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Full = 13;
    private const int CannotOpen = 14;

    public static AccessFileException From(SqliteException exception, string path, string action)
    {
        var kind = exception.SqliteErrorCode switch
        {
            Full => AccessFileErrorKind.DiskFull,
            Busy or Locked => AccessFileErrorKind.Locked,
            Permission or ReadOnly or InputOutput or CannotOpen => AccessFileErrorKind.NotWritable,
            _ => AccessFileErrorKind.Corrupt,
        };
        var reason = kind == AccessFileErrorKind.DiskFull ? "no space is left on the disk." : exception.Message;
        return new AccessFileException(kind, $"Cannot {action} '{path}': {reason}", path, exception);
    }
}
