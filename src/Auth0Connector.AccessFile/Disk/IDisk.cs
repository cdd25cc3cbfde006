namespace Auth0Connector.AccessFile.Disk;

/// <summary>What finishing a file asks of the disk; tests put one in its place that fails at a chosen step.</summary>
internal interface IDisk
{
    /// <summary>Bytes that this user can still write below a directory.</summary>
    long FreeBytes(string directory);

    /// <summary>Makes a file that must not be there yet.</summary>
    Stream Create(string path, UnixFileMode mode);

    /// <summary>Forces what was written to the disk itself.</summary>
    void Flush(Stream file);

    /// <summary>Puts a file in the place of another in one step.</summary>
    void Replace(string source, string target);

    /// <summary>Makes the names in a directory durable.</summary>
    void FlushDirectory(string directory);
}
