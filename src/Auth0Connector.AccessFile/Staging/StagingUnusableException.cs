using Auth0Connector.AccessFile.Failures;

namespace Auth0Connector.AccessFile.Staging;

/// <summary>
/// A working file that cannot be gone on with: it is damaged, or says something that this version does not know. Whoever
/// meets it starts over with a fresh one, once.
/// </summary>
/// <param name="why">Why, as the end of a sentence that begins with "starting over".</param>
/// <param name="path">The working file, where it is known.</param>
/// <param name="innerException">What it was noticed by.</param>
public sealed class StagingUnusableException(string why, string? path = null, Exception? innerException = null)
    : AccessFileException(AccessFileErrorKind.Corrupt, why, path, innerException);
