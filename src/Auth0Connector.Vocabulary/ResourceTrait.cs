namespace Auth0Connector.Vocabulary;

/// <summary>What the ecosystem's tools treat the resources of a type as.</summary>
public enum ResourceTrait
{
    /// <summary>Nothing of the ecosystem's own kinds.</summary>
    None,

    /// <summary>People.</summary>
    User,

    /// <summary>Roles.</summary>
    Role,

    /// <summary>What people belong to.</summary>
    Group,

    /// <summary>Applications.</summary>
    App,
}
