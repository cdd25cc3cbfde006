namespace Auth0Connector.Vocabulary;

/// <summary>What can be done with the resources of a type, beside reading all of them.</summary>
[Flags]
public enum ResourceAbilities
{
    /// <summary>They are read, and nothing else.</summary>
    None = 0,

    /// <summary>Single ones can be read by name.</summary>
    TargetedSync = 1,

    /// <summary>What they give can be granted and revoked by the ecosystem's flags and tasks.</summary>
    Provision = 2,

    /// <summary>Accounts can be made, deleted, and given new passwords.</summary>
    AccountProvisioning = 4,
}
