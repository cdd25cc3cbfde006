using Auth0Connector.Tables.Texts;

namespace Auth0Connector.Tables.Decisions;

/// <summary>Finds the columns of a sheet by their names, however they are written: case, blanks and dashes do not matter.</summary>
internal sealed class DecisionHeading
{
    public static readonly string[] User = ["user_id", "user", "principal_id", "principal", ReviewColumns.PersonId, "email", "e_mail"];
    public static readonly string[] Role = ["role_id", "role"];
    public static readonly string[] Organization = ["organization_id", "organization"];
    public static readonly string[] Type = [ReviewColumns.ResourceType, "resource_type_id"];
    public static readonly string[] Resource = [ReviewColumns.ResourceId];
    public static readonly string[] Slug = ["entitlement_slug", "slug"];
    public static readonly string[] Entitlement = [ReviewColumns.EntitlementId];
    public static readonly string[] Person = [ReviewColumns.PersonId];
    public static readonly string[] PersonType = [ReviewColumns.PersonType];
    public static readonly string[] Decision = [ReviewColumns.Decision];
    public static readonly string[] Held = [ReviewColumns.Held];

    private static readonly string[][] Groups = [User, Role, Organization, Type, Resource, Slug, Entitlement, PersonType, Decision];

    private readonly List<string> _names;

    public DecisionHeading(IReadOnlyList<string> cells) => _names = [.. cells.Select(Plain)];

    /// <summary>How many columns have a name.</summary>
    public int Count => _names.Count;

    /// <summary>Whether any column is one of a sheet of decisions.</summary>
    public bool IsKnown => Groups.Any(group => Find(group) >= 0);

    /// <summary>The column of one of some names, the first of which counts most; -1 where there is none.</summary>
    public int Find(string[] names) => names.Select(name => _names.IndexOf(name)).FirstOrDefault(static column => column >= 0, -1);

    /// <summary>Why the heading cannot be relied on, or <see langword="null"/>.</summary>
    public string? Problem()
    {
        if (_names.Find(name => name.Length > 0 && Groups.Any(group => group.Contains(name)) && _names.FindAll(other => other == name).Count > 1) is { } twice)
        {
            return $"has two columns {twice}; leave one";
        }

        foreach (var group in Groups.Where(group => Find(group) < 0))
        {
            if (_names.Find(name => group.Any(known => IsNearly(name, known))) is { } near)
            {
                return $"has a column '{near}'; name it {group.MinBy(known => IsOneEdit(near, known) ? 0 : 1)} if it is that, or otherwise";
            }
        }

        // In the sheet of a review most rows are to be kept: without decisions it must never mean to take everything.
        var review = MissingOfReview();
        return _names.Contains(ReviewColumns.PersonId)
            ? (review is null || (CanChange && Find(Decision) >= 0) ? null : $"has no column {(CanChange ? "decision" : review)}; the sheet comes from 'auth0-connector review'")
            : CanChange ? null : "must name the columns: user, and role or organization (or resource_type, resource_id and entitlement_slug or entitlement_id)";
    }

    /// <summary>Whether the columns name access that can be taken by the tenant's own ids and names.</summary>
    public bool CanChange =>
        Find(User) >= 0 && (Find(Role) >= 0 || Find(Organization) >= 0 || (Find(Type) >= 0 && Find(Resource) >= 0 && (Find(Slug) >= 0 || Find(Entitlement) >= 0)));

    /// <summary>The first column of a review's sheet that is missing, or <see langword="null"/>.</summary>
    public string? MissingOfReview()
    {
        string[][] review = [PersonType, Person, Entitlement, Decision];
        return review.FirstOrDefault(names => Find(names) < 0)?[0];
    }

    private static string Plain(string cell) =>
        FormulaGuard.Remove(cell.Trim().Trim('\uFEFF')).Trim().ToLowerInvariant().Replace(' ', '_').Replace('\u00A0', '_').Replace('-', '_');

    private static bool IsNearly(string name, string known) =>
        IsOneEdit(name, known) || (known == ReviewColumns.Decision && name.StartsWith("deci", StringComparison.Ordinal));

    // One letter more, less or other: a slip that would make a column vanish in silence.
    private static bool IsOneEdit(string name, string known)
    {
        if (name.Length < 3 || Math.Abs(name.Length - known.Length) > 1)
        {
            return false;
        }

        var same = name.Zip(known).TakeWhile(static pair => pair.First == pair.Second).Count();
        var rest = name.AsSpan(same);
        var restKnown = known.AsSpan(same);
        return rest.Length == restKnown.Length
            ? rest.Length > 0 && rest[1..].SequenceEqual(restKnown[1..])
            : rest.Length > restKnown.Length ? rest[1..].SequenceEqual(restKnown) : restKnown[1..].SequenceEqual(rest);
    }
}
