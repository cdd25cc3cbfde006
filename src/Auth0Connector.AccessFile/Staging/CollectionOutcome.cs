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

    /// <summary>Tasks left out because the source refuses all of their kind, or because one could not be shown to be whole.</summary>
    public required long Refused { get; init; }

    /// <summary>Tasks left out because the source refuses them alone.</summary>
    public required long RefusedAlone { get; init; }

    /// <summary>Tasks that were read to an end which nothing shows to be one.</summary>
    public required long Unproven { get; init; }

    /// <summary>What the ends of the tasks are known from, in the engine's words, and how many ended so.</summary>
    public IReadOnlyDictionary<string, long> Evidence { get; init; } = new Dictionary<string, long>();

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

    /// <summary>Why tasks were refused, each sentence once; no more than a few.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>What the tasks had to say, each sentence once; no more than a few.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
