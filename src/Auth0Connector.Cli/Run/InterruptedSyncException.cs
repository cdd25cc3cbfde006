namespace Auth0Connector.Cli.Run;

/// <summary>A sync that a signal stopped; its message says how far it had come and what is left behind.</summary>
internal sealed class InterruptedSyncException(string message, Exception innerException) : Exception(message, innerException);
