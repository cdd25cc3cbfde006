namespace Auth0Connector.AccessFile.Staging;

/// <summary>What came of all tasks of a kind, as the file has kept it.</summary>
public sealed record CollectionOutcome
{
    /// <summary>Sort of collection.</summary>
    public required string Kind { get; init; }

    /// <summary>Tasks of the kind.</summary>
    public required long Lists { get; init; }

    /// <summary>Tasks that were not read to their end.</summary>
    public required long Pending { get; init; }

    /// <summary>Tasks left out because what they read no longer exists.</summary>
    public required long LeftOut { get; init; }

    /// <summary>Tasks left out because the source refuses them.</summary>
    public required long Refused { get; init; }

    /// <summary>Tasks that brought no record.</summary>
    public required long Empty { get; init; }

    /// <summary>Records received, duplicates included.</summary>
    public required long Received { get; init; }

    /// <summary>Elements that were no records.</summary>
    public required long Unreadable { get; init; }

    /// <summary>Lowest total that a page of any task stated.</summary>
    public required long? LowestTotal { get; init; }

    /// <summary>Sum over tasks of the lowest total that each stated; <see langword="null"/> where none did.</summary>
    public required long? StatedTotal { get; init; }

    /// <summary>Requests made.</summary>
    public required long Requests { get; init; }

    /// <summary>What the tasks had to say, each sentence once; no more than a few.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
