namespace Auth0Connector.Provisioning.Journal;

/// <summary>What became of a change.</summary>
public enum ChangeOutcome
{
    /// <summary>Made, and seen when it was read back.</summary>
    Done,

    /// <summary>It was so already; nothing was sent.</summary>
    AlreadySo,

    /// <summary>The tenant took it, but did not show it yet.</summary>
    Unseen,

    /// <summary>The tenant refused it.</summary>
    Failed,

    /// <summary>It would be sent, but this run only looks.</summary>
    Planned,
}

/// <summary>Outcomes as journals, files of progress and JSON name them.</summary>
public static class OutcomeWords
{
    /// <summary>For <see cref="ChangeOutcome.Done"/>.</summary>
    public const string Done = "done";

    /// <summary>For <see cref="ChangeOutcome.AlreadySo"/>.</summary>
    public const string AlreadySo = "already so";

    /// <summary>For <see cref="ChangeOutcome.Planned"/>; it is never written down.</summary>
    public const string Planned = "dry run";

    /// <summary>For <see cref="ChangeOutcome.Failed"/>.</summary>
    public const string Failed = "failed";

    /// <summary>The word for an outcome.</summary>
    public static string Of(ChangeOutcome outcome) => outcome switch
    {
        ChangeOutcome.Done => Done,
        ChangeOutcome.AlreadySo => AlreadySo,
        ChangeOutcome.Unseen => "not seen yet",
        ChangeOutcome.Planned => Planned,
        _ => Failed,
    };
}
