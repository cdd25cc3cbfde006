namespace Auth0Connector.MockTenant.Users;

/// <summary>What is decided about one ordinary person; times in milliseconds since 1970, -1 for "absent".</summary>
internal readonly record struct UserTraits(
    int Index,
    ulong Hash,
    ConnectionKind Kind,
    long Created,
    long Updated,
    long LastLogin,
    int Logins,
    bool? Blocked,
    bool HasEmail,
    bool HasName,
    bool HasUsername)
{
    public bool EmailVerified => Kind is not (ConnectionKind.Database or ConnectionKind.Imported) || (Hash >> 52) % 3 != 0;

    public bool HasPhone => Kind == ConnectionKind.Sms;

    /// <summary>Ends the name in the one language that its halves share.</summary>
    public ulong GivenHash => ((Hash >> 24) & 0xFFFF) | ((Hash >> 8) & 0xFFFF0000);

    public ulong FamilyHash => ((Hash >> 24) & 0xFFFF) | ((Hash >> 20) & 0xFFFF0000);

    public bool HasMultifactor => (Hash >> 36) % 8 == 0;

    public bool HasLinkedIdentity => (Hash >> 42) % 20 == 0;
}
