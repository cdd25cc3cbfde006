namespace Auth0Connector.AccessFile.Failures;

/// <summary>The only exception of this project that a caller should expect. The message is fit to be shown.</summary>
public class AccessFileException(
    AccessFileErrorKind kind,
    string message,
    string? path = null,
    Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>What went wrong, to decide on a hint and an exit code.</summary>
    public AccessFileErrorKind Kind { get; } = kind;

    /// <summary>The file in question, where one is known.</summary>
    public string? Path { get; } = path;
}
