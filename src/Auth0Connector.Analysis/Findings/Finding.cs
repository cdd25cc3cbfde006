using Auth0Connector.Analysis.Model;

namespace Auth0Connector.Analysis.Findings;

/// <summary>A rule that met something.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Severity">How much it matters, as set.</param>
/// <param name="Words">The rule in words, with its thresholds.</param>
/// <param name="Rows">What it met.</param>
public sealed record Finding(FindingRule Rule, Severity Severity, string Words, IReadOnlyList<FindingRow> Rows);

/// <summary>One thing that a rule met.</summary>
/// <param name="TypeId">Its resource type.</param>
/// <param name="Id">Its bare id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Email">A person's e-mail address, or empty.</param>
/// <param name="Detail">What about it, a few words.</param>
/// <param name="Person">A person's place in the model, or null.</param>
public sealed record FindingRow(string TypeId, string Id, string Name, string Email, string Detail, int? Person)
{
    internal static FindingRow Of(Account account, string detail) => new(account.TypeId, account.Id, account.Name, account.Email, detail, account.Index);

    internal static FindingRow Of(Thing thing, string detail) => new(thing.TypeId, thing.Id, thing.Name, string.Empty, detail, Person: null);
}
