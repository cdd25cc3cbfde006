using Auth0Connector.Service.Protocol;

namespace Auth0Connector.Service.Tasks.Changes;

/// <summary>A password, and how it goes back to those who may read it.</summary>
/// <param name="Text">The password; <see langword="null"/> where there is none.</param>
/// <param name="Sealed">The same, encrypted for each of them; none where nobody asked for it.</param>
internal sealed record AskedPassword(string? Text, IReadOnlyList<EncryptedData> Sealed)
{
    public static AskedPassword None { get; } = new(null, []);

    /// <summary>Never the password.</summary>
    public override string ToString() => nameof(AskedPassword);
}
