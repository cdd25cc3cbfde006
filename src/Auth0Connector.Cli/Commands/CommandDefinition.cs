using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Commands;

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

    /// <summary>Does it.</summary>
    public required Func<Session, Invocation, CancellationToken, Task<int>> Run { get; init; }
}
