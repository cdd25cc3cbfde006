namespace Auth0Connector.Provisioning.Accounts;

/// <summary>How many characters of a set a password has at least.</summary>
/// <param name="Characters">The set; what stands in it twice counts once.</param>
/// <param name="Least">How many; none of an empty set.</param>
public sealed record CharacterCount(string Characters, int Least);
