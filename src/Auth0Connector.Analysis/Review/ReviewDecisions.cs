using Auth0Connector.Analysis.Listing;
using Auth0Connector.Analysis.Model;
using Auth0Connector.Tables;
using Auth0Connector.Tables.Decisions;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Analysis.Review;

/// <summary>Turns the decisions of a sheet back into what would be revoked. It changes nothing anywhere.</summary>
public sealed class ReviewDecisions
{
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

    /// <summary>What would become of every decision to revoke.</summary>
    /// <exception cref="SheetException">The sheet is none of a review.</exception>
    public IReadOnlyList<ReviewOutcome> Apply(DecisionSheet sheet) => sheet.MissingOfReview is { } missing
        ? throw new SheetException($"line 1: has no column {missing}; the sheet comes from 'auth0-connector review'")
        : [.. sheet.Reviewed.Select(access => Outcome(access.Line, access.PersonType, access.PersonId, access.EntitlementId))];

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
            ThingKind.Organization when right.Slug == EntitlementSlugs.Member => $"DELETE /organizations/{thing.Id}/members of {account.Id}",
            ThingKind.Organization => $"DELETE /organizations/{thing.Id}/members/{user}/roles of {right.Slug}",
            ThingKind.Group => $"take {account.Id} out of group {thing.Id}, in the directory that it comes from",
            _ => $"take {right.Id} from {account.Id}",
        };
    }
}
