namespace Auth0Connector.Cli.Settings;

/// <summary>
/// A mistake in flags, variables or the configuration file, found before anything was asked of the tenant.
/// The message names the thing, what is wrong and what a right one looks like; it never holds a secret.
/// </summary>
internal sealed class ConfigurationException(string message, Exception? innerException = null)
    : Exception(message, innerException);
