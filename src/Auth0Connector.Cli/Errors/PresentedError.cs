namespace Auth0Connector.Cli.Errors;

/// <summary>An error as a person meets it: one line and an exit code.</summary>
internal sealed record PresentedError(string Message, int ExitCode);
