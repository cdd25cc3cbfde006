namespace Auth0Connector.AccessFile.Staging;

/// <summary>What came of a task, as the file has kept it.</summary>
/// <param name="Kind">Sort of collection.</param>
/// <param name="Subject">Which one.</param>
/// <param name="State">Whether it was read to its end.</param>
/// <param name="Received">Records received, duplicates included.</param>
/// <param name="Unreadable">Elements that were no records.</param>
/// <param name="LowestTotal">Lowest total that a page stated.</param>
/// <param name="HighestTotal">Highest total that a page stated.</param>
/// <param name="Requests">Requests made.</param>
/// <param name="Note">Why it was left out.</param>
public sealed record TaskOutcome(
    string Kind,
    string Subject,
    StagedTaskState State,
    long Received,
    long Unreadable,
    long? LowestTotal,
    long? HighestTotal,
    long Requests,
    string? Note);
