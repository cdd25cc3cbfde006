namespace Auth0Connector.AccessFile.Staging;

/// <summary>What became of the syncs in the former file.</summary>
/// <param name="Kept">Syncs that the new file holds as well.</param>
/// <param name="Dropped">Finished syncs beyond what is kept.</param>
/// <param name="Unfinished">Ids of runs that never ended; whoever began them, they cannot go on in the new file.</param>
public sealed record FormerSyncs(int Kept, int Dropped, IReadOnlyList<string> Unfinished)
{
    /// <summary>No former file.</summary>
    public static FormerSyncs None { get; } = new(0, 0, []);
}
