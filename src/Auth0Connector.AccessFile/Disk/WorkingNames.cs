namespace Auth0Connector.AccessFile.Disk;

/// <summary>The names of the files that are made on the way to an access file.</summary>
internal static class WorkingNames
{
    /// <summary>All of them, for one target.</summary>
    public static IEnumerable<string> Of(string targetPath) =>
    [
        targetPath + ".lock",
        targetPath + ".tmp",
        .. ((IEnumerable<string>)[".partial", ".former", ".copy"]).SelectMany(
            database => ((IEnumerable<string>)["", "-wal", "-shm", "-journal", "-note"]).Select(suffix => targetPath + database + suffix)),
    ];
}
