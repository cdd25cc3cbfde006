using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Run;

/// <summary>A parsed command line: the flags by the name they were given under, and what stands without one.</summary>
internal sealed record Invocation(IReadOnlyDictionary<string, SettingValue> Flags, string? Word)
{
    /// <summary>The texts that follow the command without a flag.</summary>
    public IReadOnlyList<string> Operands { get; init; } = [];
}
