namespace Auth0Connector.Cli.Shell;

/// <summary>
/// What was asked for cannot be done as it was asked: a mistake in flags, variables, the configuration file or what they
/// name. The message names the thing, what is wrong and what a right one looks like; it never holds a secret.
/// </summary>
internal sealed class UsageException(string message, Exception? innerException = null)
    : Exception(message, innerException);
