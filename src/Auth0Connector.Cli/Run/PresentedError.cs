namespace Auth0Connector.Cli.Run;

/// <summary>An error as a person meets it: one line and an exit code.</summary>
internal sealed record PresentedError(string Message, int ExitCode);
