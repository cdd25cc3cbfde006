namespace Auth0Connector.Cli.Shell;

/// <summary>Standard output cannot be written; a pipe that whoever read it has closed is none of it.</summary>
internal sealed class OutputException(string message, Exception? innerException = null) : Exception(message, innerException);
