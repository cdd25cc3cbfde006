using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Run;

/// <summary>One command: what it is called, which settings it has, and what it does.</summary>
internal sealed record CommandDefinition
{
    /// <summary>Its word on the command line; empty for the sync, which needs none.</summary>
    public required string Name { get; init; }

    /// <summary>What it does, one sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>Whether help keeps silent about it: a tool for whoever works on the program.</summary>
    public bool Hidden { get; init; }

    /// <summary>Its flags.</summary>
    public required IReadOnlyList<SettingDefinition> Settings { get; init; }

    /// <summary>Command lines worth copying, each with what it does.</summary>
    public IReadOnlyList<(string Line, string What)> Examples { get; init; } = [];

    /// <summary>Words that may follow; exactly one of them must, unless <see cref="WordIsOptional"/>.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Whether the command also does something without a word.</summary>
    public bool WordIsOptional { get; init; }

    /// <summary>How help names the texts that may follow without a flag, such as file names; there may be as many as are named.</summary>
    public IReadOnlyList<string> Operands { get; init; } = [];

    /// <summary>Whether those texts are access files to look into.</summary>
    public bool OperandsAreFiles { get; init; }

    /// <summary>Where its settings may come from.</summary>
    public SettingSources Sources { get; init; }

    /// <summary>
    /// Whether the settings of the log are only looked at when it is opened: because what is asked for is checked before, or
    /// because nothing is logged at all.
    /// </summary>
    public bool ReadsLogLate { get; init; }

    /// <summary>Does it, and gives the exit code.</summary>
    public required Func<CommandContext, CancellationToken, Task<int>> Run { get; init; }
}
