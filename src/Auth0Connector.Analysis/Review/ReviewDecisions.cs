using Auth0Connector.Analysis.Export;
using Auth0Connector.Analysis.Listing;
using Auth0Connector.Analysis.Model;

namespace Auth0Connector.Analysis.Review;

/// <summary>Turns the decisions of a sheet back into what would be revoked. It changes nothing anywhere.</summary>
public sealed class ReviewDecisions
{
    private static readonly string[] Revoke = ["revoke", "remove", "deny", "no"];
    private static readonly string[] Keep = ["keep", "approve", "certify", "yes"];

    private readonly AccessModel _model;
    private readonly Dictionary<(string, string), Account> _people;
    private readonly Dictionary<string, Right> _rights;

    /// <summary>Decisions about a sync.</summary>
    public ReviewDecisions(AccessModel model)
    {
        _model = model;
        _people = model.People.ToDictionary(account => (account.TypeId, account.Id));
        _rights = model.Rights.ToDictionary(right => right.Id, StringComparer.Ordinal);
    }

    /// <summary>How many rows are to be kept.</summary>
    public int Kept { get; private set; }

    /// <summary>How many rows nobody has decided.</summary>
    public int Open { get; private set; }

    /// <summary>Reads a sheet and says what would become of every decision to revoke.</summary>
    public IReadOnlyList<ReviewOutcome> Apply(TextReader sheet)
    {
        var outcomes = new List<ReviewOutcome>();
        (int Type, int Person, int Entitlement, int Decision)? columns = null;
        foreach (var (line, cells) in CsvRows.Read(sheet))
        {
            if (columns is not { } place)
            {
                var names = cells.Select(cell => cell.Trim('\uFEFF', ' ')).ToList();
                columns = (Column(names, ReviewSheet.PersonType), Column(names, ReviewSheet.PersonId), Column(names, ReviewSheet.EntitlementId), Column(names, ReviewSheet.Decision));
                continue;
            }

            string Cell(int column) => column < cells.Count ? Plain(cells[column]) : string.Empty;
            var decision = Cell(place.Decision).Trim();
            if (decision.Length == 0)
            {
                Open += cells.Any(cell => cell.Length > 0) ? 1 : 0;
            }
            else if (Keep.Contains(decision, StringComparer.OrdinalIgnoreCase))
            {
                Kept++;
            }
            else if (Revoke.Contains(decision, StringComparer.OrdinalIgnoreCase))
            {
                outcomes.Add(Outcome(line, Cell(place.Type), Cell(place.Person), Cell(place.Entitlement)));
            }
            else
            {
                throw new ReviewException($"line {line}: the decision '{(decision.Length > 40 ? decision[..40] + "…" : decision)}' is not known; give revoke or keep, or leave it empty");
            }
        }

        return columns is null ? throw new ReviewException("is empty") : outcomes;
    }

    private static int Column(List<string> names, string name) =>
        names.IndexOf(name) is var at and >= 0 ? at : throw new ReviewException($"line 1: has no column {name}; the sheet comes from 'auth0-connector review'");

    // The sheet has an apostrophe before what a spreadsheet would run.
    private static string Plain(string cell) => cell.StartsWith('\'') && CsvLine.Neutral(cell[1..]) == cell ? cell[1..] : cell;

    private ReviewOutcome Outcome(int line, string typeId, string personId, string entitlementId)
    {
        if (!_people.TryGetValue((typeId, personId), out var account) || !_rights.TryGetValue(entitlementId, out var right) || !account.Reached.Contains(right.Index))
        {
            return new ReviewOutcome(line, "gone", personId, account?.Name ?? string.Empty, entitlementId, entitlementId, "nothing: it is not held any more");
        }

        var access = _model.Words(right.Index);
        return account.Direct.Contains(right.Index)
            ? new ReviewOutcome(line, "revoke", personId, account.Name, entitlementId, access, Call(account, right))
            : new ReviewOutcome(line, "inherited", personId, account.Name, entitlementId, access, $"nothing by itself: held {ReviewSheet.Held(_model, account, right.Index)}");
    }

    // The endpoints of the Management API (API reference: users, roles, organizations).
    private string Call(Account account, Right right)
    {
        var thing = _model.Things[right.Thing];
        var user = Uri.EscapeDataString(account.Id);
        return thing.Kind switch
        {
            ThingKind.Role => $"DELETE /users/{user}/roles of {thing.Id}",
            ThingKind.Permission => $"DELETE /users/{user}/permissions of {thing.Id}",
            ThingKind.Organization when right.Slug == "member" => $"DELETE /organizations/{thing.Id}/members of {account.Id}",
            ThingKind.Organization => $"DELETE /organizations/{thing.Id}/members/{user}/roles of {right.Slug}",
            ThingKind.Group => $"take {account.Id} out of group {thing.Id}, in the directory that it comes from",
            _ => $"take {right.Id} from {account.Id}",
        };
    }
}
