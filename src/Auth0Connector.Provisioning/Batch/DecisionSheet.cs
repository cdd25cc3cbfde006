using System.Security.Cryptography;
using System.Text;

namespace Auth0Connector.Provisioning.Batch;

/// <summary>
/// A sheet of decisions: comma-separated with a heading. A person, a role, an organization or both, and where there is a
/// column <c>decision</c>, only the lines that say so are acted on.
/// </summary>
public sealed class DecisionSheet
{
    private static readonly string[] UserNames = ["user_id", "user id", "user", "principal_id", "principal id", "principal", "person_id", "email", "e-mail"];
    private static readonly string[] RoleNames = ["role_id", "role id", "role"];
    private static readonly string[] OrganizationNames = ["organization_id", "organization id", "organization"];
    private static readonly string[] TypeNames = ["resource_type", "resource type", "resource_type_id"];
    private static readonly string[] ResourceNames = ["resource_id", "resource id"];
    private static readonly string[] SlugNames = ["entitlement_slug", "entitlement slug", "slug"];
    private static readonly string[] EntitlementNames = ["entitlement_id", "entitlement id"];
    private static readonly string[] TakeWords = ["revoke", "remove", "deny", "no"];
    private static readonly string[] KeepWords = ["", "keep", "approve", "certify", "yes"];

    private DecisionSheet(string fingerprint, IReadOnlyList<DecisionLine> lines, int kept)
    {
        Fingerprint = fingerprint;
        Lines = lines;
        Kept = kept;
    }

    /// <summary>SHA-256 of the sheet: a changed sheet is another one.</summary>
    public string Fingerprint { get; }

    /// <summary>The lines that ask for something to be taken.</summary>
    public IReadOnlyList<DecisionLine> Lines { get; }

    /// <summary>Lines that say to keep, or nothing.</summary>
    public int Kept { get; }

    /// <summary>Reads a sheet.</summary>
    /// <exception cref="ProvisioningException">It is none.</exception>
    public static DecisionSheet Parse(string text)
    {
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        var records = CsvRecords.Read(text.TrimStart('\uFEFF')).Where(static record => record.Fields.Any(static field => field.Length > 0)).ToList();
        if (records.Count == 0)
        {
            throw new ProvisioningException(ProvisioningErrorKind.Unusable, "the sheet is empty; its first line names the columns");
        }

        var columns = new Columns(records[0].Fields);
        var kept = 0;
        var lines = new List<DecisionLine>();
        foreach (var (line, fields) in records.Skip(1))
        {
            var decision = columns.Decision(fields);
            if (decision is not null && KeepWords.Contains(decision, StringComparer.OrdinalIgnoreCase))
            {
                kept++;
            }
            else
            {
                lines.Add(columns.Read(line, fields, decision));
            }
        }

        return new DecisionSheet(fingerprint, lines, kept);
    }

    private sealed class Columns
    {
        private readonly IReadOnlyList<string> _heading;
        private readonly int _user;
        private readonly int _role;
        private readonly int _organization;
        private readonly int _type;
        private readonly int _resource;
        private readonly int _slug;
        private readonly int _entitlement;
        private readonly int _held;
        private readonly int _decision;

        public Columns(IReadOnlyList<string> heading)
        {
            _heading = heading;
            _user = Find(UserNames);
            _role = Find(RoleNames);
            _organization = Find(OrganizationNames);
            _type = Find(TypeNames);
            _resource = Find(ResourceNames);
            _slug = Find(SlugNames);
            _entitlement = Find(EntitlementNames);
            _held = Find(["held"]);
            _decision = Find(["decision"]);
            if (_user < 0 || (_role < 0 && _organization < 0 && (_type < 0 || _resource < 0 || (_slug < 0 && _entitlement < 0))))
            {
                throw new ProvisioningException(
                    ProvisioningErrorKind.Unusable,
                    "the sheet's first line must name the columns: user, and role or organization (or resource_type, resource_id and entitlement_slug or entitlement_id)");
            }
        }

        public string? Decision(IReadOnlyList<string> fields) => _decision < 0 ? null : At(fields, _decision);

        public DecisionLine Read(int line, IReadOnlyList<string> fields, string? decision)
        {
            var user = At(fields, _user);
            var (role, organization, problem) = Target(fields);
            problem = decision is not null && !TakeWords.Contains(decision, StringComparer.OrdinalIgnoreCase)
                ? "the decision is neither 'revoke' nor 'keep'"
                : user.Length == 0 ? "names nobody" : problem ?? (role is null && organization is null ? "names neither a role nor an organization" : null);
            return new DecisionLine(line, user, role, organization, problem);
        }

        private (string? Role, string? Organization, string? Problem) Target(IReadOnlyList<string> fields)
        {
            if (_role >= 0 || _organization >= 0)
            {
                return (Text(fields, _role), Text(fields, _organization), null);
            }

            var resource = At(fields, _resource);
            var type = At(fields, _type);
            return (type, Slug(fields, type, resource)) switch
            {
                _ when At(fields, _held).StartsWith("through ", StringComparison.Ordinal) =>
                    (null, null, "is not held directly: take the person out of what passes it on, or that from what it holds"),
                ("role", "assigned") => (resource, null, null),
                ("organization", "member") => (null, resource, null),
                ("organization", { Length: > 0 } slug) => (slug, resource, null),
                _ => (null, null, "names access that cannot be taken from a person"),
            };
        }

        // The sheet of a review names the entitlement whole: its id is type, resource and slug (format section 5).
        private string Slug(IReadOnlyList<string> fields, string type, string resource)
        {
            if (_slug >= 0)
            {
                return At(fields, _slug);
            }

            var entitlement = At(fields, _entitlement);
            var owner = $"{type}:{resource}:";
            return entitlement.StartsWith(owner, StringComparison.Ordinal) ? entitlement[owner.Length..] : "";
        }

        private int Find(string[] names)
        {
            foreach (var name in names)
            {
                for (var column = 0; column < _heading.Count; column++)
                {
                    if (_heading[column].Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
                    {
                        return column;
                    }
                }
            }

            return -1;
        }

        private static string? Text(IReadOnlyList<string> fields, int column) => At(fields, column) is { Length: > 0 } text ? text : null;

        private static string At(IReadOnlyList<string> fields, int column) => column >= 0 && column < fields.Count ? Unguarded(fields[column].Trim()) : "";

        // Spreadsheets are kept from running such texts by an apostrophe in front, which is no part of them.
        private static string Unguarded(string text) => text.Length > 1 && text[0] == '\'' && "=+-@\t".Contains(text[1], StringComparison.Ordinal) ? text[1..] : text;
    }
}
