namespace Auth0Connector.AccessFile.Completeness;

/// <summary>
/// What a sync expected of every collection and what it got, kept in the access file itself as the asset
/// <see cref="AssetId"/> (docs/completeness.md). No personal data, no secrets.
/// </summary>
public sealed record CompletenessProof
{
    /// <summary>Id of the asset.</summary>
    public const string AssetId = "auth0-connector/completeness.json";

    /// <summary>Media type of the asset.</summary>
    public const string ContentType = "application/json";

    /// <summary>Version of this document; a reader that does not know it reads nothing into it.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Whether everything that was asked for and not announced as skipped is in the file.</summary>
    public required bool Complete { get; init; }

    /// <summary>Where the rows come from: the tenant's host.</summary>
    public required string Source { get; init; }

    /// <summary>Who read them: the client id of the application.</summary>
    public required string ClientId { get; init; }

    /// <summary>The program and its version.</summary>
    public required string Program { get; init; }

    /// <summary>Id of the sync run (KSUID).</summary>
    public required string SyncId { get; init; }

    /// <summary>When the run began, UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When everything was read and compared, UTC.</summary>
    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>The settings that shaped the content, by the name of their flag.</summary>
    public required IReadOnlyDictionary<string, string> Settings { get; init; }

    /// <summary>Every sort of collection that was read.</summary>
    public required IReadOnlyList<CollectionProof> Collections { get; init; }

    /// <summary>What was asked for and is not in the file.</summary>
    public required IReadOnlyList<SkipProof> Skipped { get; init; }

    /// <summary>What became of inherited grants; absent where none were written out.</summary>
    public ExpansionProof? Expansion { get; init; }

    /// <summary>Rows in the file, so that a reader notices one that was changed afterwards.</summary>
    public required RowTotals Rows { get; init; }
}

/// <summary>Rows in the file.</summary>
/// <param name="Resources">Resources.</param>
/// <param name="Entitlements">Entitlements.</param>
/// <param name="Grants">Grants, expanded ones included.</param>
public sealed record RowTotals(long Resources, long Entitlements, long Grants);

/// <summary>Something that was asked for and is not in the file.</summary>
/// <param name="What">What, such as <c>groups</c>.</param>
/// <param name="Why">The reason in words.</param>
/// <param name="Remedy">What to do to get it, one sentence.</param>
public sealed record SkipProof(string What, string Why, string Remedy);
