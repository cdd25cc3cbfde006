using Auth0Connector.Tables.Texts;

namespace Auth0Connector.Tables.Decisions;

/// <summary>Reads the cells of a sheet of decisions by what its heading calls them.</summary>
internal sealed class DecisionColumns(DecisionHeading heading, SheetTable table)
{
    private readonly int _user = heading.Find(DecisionHeading.User);
    private readonly int _role = heading.Find(DecisionHeading.Role);
    private readonly int _organization = heading.Find(DecisionHeading.Organization);
    private readonly int _type = heading.Find(DecisionHeading.Type);
    private readonly int _resource = heading.Find(DecisionHeading.Resource);
    private readonly int _slug = heading.Find(DecisionHeading.Slug);
    private readonly int _entitlement = heading.Find(DecisionHeading.Entitlement);
    private readonly int _person = heading.Find(DecisionHeading.Person);
    private readonly int _personType = heading.Find(DecisionHeading.PersonType);
    private readonly int _held = heading.Find(DecisionHeading.Held);
    private readonly int _decision = heading.Find(DecisionHeading.Decision);

    /// <summary>Taken, kept or not decided; without a column for it every line is to be taken.</summary>
    public bool? IsTaken(SheetRow row) => _decision < 0 ? true : DecisionWords.IsTaken(At(row, _decision), table.Place(row.Line));

    /// <summary>Whether the row ends before the heading does, as some programs write rows whose last cells are empty.</summary>
    public bool IsShort(SheetRow row) => row.Cells.Count <= _decision;

    /// <summary>Throws where a row has more cells than there are columns: then none stands where it belongs.</summary>
    public void Check(SheetRow row)
    {
        if (row.Cells.Skip(heading.Count).Any(static cell => !string.IsNullOrWhiteSpace(cell)))
        {
            throw new SheetException($"{table.Place(row.Line)} has more cells than the heading has columns; put a cell that holds a separator in quotes");
        }

        int[] used = [_user, _role, _organization, _type, _resource, _slug, _entitlement, _decision];
        if (table.IsGuessed && used.Any(column => !At(row, column).All(char.IsAscii)))
        {
            throw new SheetException($"{table.Place(row.Line)} holds letters of which the file does not say how it writes them; save it as CSV in UTF-8");
        }
    }

    /// <summary>
    /// Throws where a cell under a heading that means nothing here holds a decision or an id: its column is called otherwise, and
    /// without it the rest of the row would mean something else.
    /// </summary>
    public void CheckStrays(SheetRow row)
    {
        int[] used = [_user, _role, _organization, _type, _resource, _slug, _entitlement, _person, _personType, _held, _decision];
        for (var column = 0; column < row.Cells.Count; column++)
        {
            var cell = At(row, column);
            var missing = DecisionWords.IsPlain(cell) && At(row, _decision).Length == 0 ? ReviewColumns.Decision
                : _type >= 0 ? null
                : _role < 0 && cell.StartsWith("rol_", StringComparison.Ordinal) ? "role"
                : _organization < 0 && cell.StartsWith("org_", StringComparison.Ordinal) ? "organization" : null;
            if (missing is not null && !used.Contains(column))
            {
                throw new SheetException($"{table.Place(row.Line)} holds '{cell}' in a column that means nothing here; is that the column {missing}? Name it so");
            }
        }
    }

    /// <summary>What the row says is held, in its own words: the same twice is the same access.</summary>
    public string Key(SheetRow row)
    {
        int[] named = _role >= 0 || _organization >= 0 ? [_user, _role, _organization] : [_user, _type, _resource, _slug, _entitlement];
        return string.Join('\n', named.Select(column => At(row, column)));
    }

    public ReviewedAccess Reviewed(SheetRow row, int line) => new(line, At(row, _personType), At(row, _person), At(row, _entitlement));

    public DecisionLine Line(SheetRow row, int line)
    {
        var user = At(row, _user);
        var (role, organization, problem) = Target(row);
        problem ??= user.Length == 0 ? "names nobody" : role is null && organization is null ? "names neither a role nor an organization" : null;
        return new DecisionLine(line, user, role, organization, problem);
    }

    private (string? Role, string? Organization, string? Problem) Target(SheetRow row)
    {
        if (_role >= 0 || _organization >= 0)
        {
            return (Text(row, _role), Text(row, _organization), null);
        }

        var (type, resource) = (At(row, _type), At(row, _resource));
        return (type, SlugOf(row, type, resource)) switch
        {
            _ when At(row, _held).StartsWith(ReviewColumns.Through, StringComparison.Ordinal) =>
                (null, null, "is not held directly: take the person out of what passes it on, or that from what it holds"),
            ("role", "assigned") => (resource, null, null),
            ("organization", "member") => (null, resource, null),
            ("organization", { Length: > 0 } slug) => (slug, resource, null),
            _ => (null, null, "names access that cannot be taken from a person"),
        };
    }

    // The sheet of a review names the entitlement whole: its id is type, resource and slug (format section 5).
    private string SlugOf(SheetRow row, string type, string resource)
    {
        if (_slug >= 0)
        {
            return At(row, _slug);
        }

        var entitlement = At(row, _entitlement);
        var owner = $"{type}:{resource}:";
        return entitlement.StartsWith(owner, StringComparison.Ordinal) ? entitlement[owner.Length..] : string.Empty;
    }

    private static string? Text(SheetRow row, int column) => At(row, column) is { Length: > 0 } text ? text : null;

    private static string At(SheetRow row, int column) =>
        column >= 0 && column < row.Cells.Count ? FormulaGuard.Remove(row.Cells[column].Trim()) : string.Empty;
}
