namespace Auth0Connector.AccessFile.Staging;

/// <summary>One entry of the durable to-do list: a collection to be read, or one of its parts.</summary>
/// <param name="Kind">What sort of collection, such as <c>role-users</c>; the syncer of that kind understands the rest.</param>
/// <param name="Subject">Which one of its kind, such as a role's id; unique together with the kind.</param>
public sealed record StagedTask(string Kind, string Subject)
{
    /// <summary>Number in the file, from 1, in the order in which tasks became known.</summary>
    public long Number { get; init; }

    /// <summary>What the syncer needs besides the subject; opaque to the file.</summary>
    public byte[] Payload { get; init; } = [];

    /// <summary>Where the next page starts; <see langword="null"/> before the first.</summary>
    public string? Cursor { get; init; }
}

/// <summary>How a task stands.</summary>
public enum StagedTaskState
{
    /// <summary>Not read to its end yet.</summary>
    Pending = 0,

    /// <summary>Read to its end mark.</summary>
    Done = 1,

    /// <summary>Left out for good because it no longer exists, with a note.</summary>
    LeftOut = 2,

    /// <summary>Left out because the source refuses it, with a note that says why; something that a run can do without.</summary>
    Refused = 3,

    /// <summary>The same, where the refusal is of this task alone and says nothing of the others of its kind.</summary>
    RefusedAlone = 4,
}
