namespace Auth0Connector.MockTenant.Users;

/// <summary>Which attributes of a user an answer carries.</summary>
internal sealed class UserSelection(UserColumn[] columns, bool unknownAttributes, IReadOnlySet<string> excluded)
{
    /// <summary>An array, which is enumerated without garbage.</summary>
    public UserColumn[] Columns => columns;

    public static UserSelection All { get; } = Except(new HashSet<string>(StringComparer.Ordinal));

    /// <summary>True when attributes that the identity provider put at the root are written too.</summary>
    public bool IncludesUnknown(string name) => unknownAttributes && !excluded.Contains(name);

    public static UserSelection Only(IEnumerable<string> names) =>
        new([.. names.Select(name => new UserColumn(name, name))], false, new HashSet<string>(StringComparer.Ordinal));

    public static UserSelection Renamed(IEnumerable<(string Name, string WrittenAs)> columns) =>
        new([.. columns.Select(x => new UserColumn(x.Name, x.WrittenAs))], false, new HashSet<string>(StringComparer.Ordinal));

    public static UserSelection Except(IReadOnlySet<string> excluded) =>
        new(
            [
                .. Enum.GetValues<UserField>().Select(UserFields.NameOf).Where(x => !excluded.Contains(x))
                    .Select(x => new UserColumn(x, x)),
            ],
            true,
            excluded);
}
