namespace Auth0Connector.Analysis.Listing;

/// <summary>What a person may name.</summary>
public enum ThingKind
{
    /// <summary>A person.</summary>
    User,

    /// <summary>A role.</summary>
    Role,

    /// <summary>An organization.</summary>
    Organization,

    /// <summary>A group.</summary>
    Group,

    /// <summary>A permission of an API.</summary>
    Permission,
}
