namespace Auth0Connector.AccessFile.Failures;

/// <summary>What a person can do something about.</summary>
public enum AccessFileErrorKind
{
    /// <summary>There is no such file, or it is empty.</summary>
    NotFound,

    /// <summary>The file is something else: neither an access file nor a SQLite database.</summary>
    NotAnAccessFile,

    /// <summary>An access file of a kind that is not read here (Pebble).</summary>
    UnsupportedFormat,

    /// <summary>Damaged: cut off, a wrong checksum, a broken page or a row that does not decode.</summary>
    Corrupt,

    /// <summary>Unpacked it would exceed a limit.</summary>
    TooLarge,

    /// <summary>Another process holds it.</summary>
    Locked,

    /// <summary>No space is left.</summary>
    DiskFull,

    /// <summary>It cannot be written: permissions, a read-only or vanished directory.</summary>
    NotWritable,

    /// <summary>Two different things join to the same id.</summary>
    IdCollision,
}
