using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Commands;

/// <summary>A parsed command line: the flags by the name they were given under.</summary>
internal sealed record Invocation(IReadOnlyDictionary<string, SettingValue> Flags, string? Word);
