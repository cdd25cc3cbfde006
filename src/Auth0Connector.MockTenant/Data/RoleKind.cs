namespace Auth0Connector.MockTenant.Data;

/// <summary>What is special about a role; with oddities, role 0 is the first after <see cref="Ordinary"/>, and so on.</summary>
internal enum RoleKind
{
    Ordinary,
    NoMembers,
    NoPermissions,
    ManyPermissions,
    OddMembers,
    ControlCharacters,
    LongName,

    /// <summary>The last role when the options ask for a large one.</summary>
    Large,
}
