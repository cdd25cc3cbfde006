namespace Auth0Connector.ObjectStore.Transfer;

/// <summary>What stands under a key, as its headers say.</summary>
/// <param name="Tag">Tells one content of the object from the next, in its quotes.</param>
/// <param name="WriteId">Which write of ours put it there, if one did.</param>
internal sealed record ObjectState(string Tag, string? WriteId);
