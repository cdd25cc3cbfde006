using Auth0Connector.ManagementApi.Records;

namespace Auth0Connector.Provisioning;

/// <summary>Why a change was not made, as a person can act on it.</summary>
public enum ProvisioningErrorKind
{
    /// <summary>Somebody or something named does not exist.</summary>
    NotFound,

    /// <summary>A name fits several; never guessed.</summary>
    Ambiguous,

    /// <summary>What was asked for cannot be done, or a file that it needs is wrong.</summary>
    Unusable,

    /// <summary>The tenant refused the change, or it was not seen afterwards.</summary>
    NotDone,

    /// <summary>Another run holds the file.</summary>
    Locked,

    /// <summary>A file of records cannot be read or written.</summary>
    File,
}

/// <summary>A change that was not made. The message names ids but no people, and may be shown.</summary>
public sealed class ProvisioningException(ProvisioningErrorKind kind, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>Why.</summary>
    public ProvisioningErrorKind Kind { get; } = kind;

    /// <summary>The people whom an ambiguous name fits; they are for whoever asked, and in no message.</summary>
    public IReadOnlyList<UserRecord> Candidates { get; init; } = [];
}
