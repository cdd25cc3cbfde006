namespace Auth0Connector.Cli.Tests.Errors;

/// <summary>Every mistake that docs/errors.md lists.</summary>
internal static class ConfigurationMistakes
{
    public static IReadOnlyList<ConfigurationMistake> All { get; } =
    [
        .. TenantMistakes.All,
        .. CredentialMistakes.All,
        .. ReadingMistakes.All,
        .. ConfigFileMistakes.All,
        .. KeepingMistakes.All,
        .. EcosystemMistakes.All,
        .. CommandMistakes.All,
    ];
}
