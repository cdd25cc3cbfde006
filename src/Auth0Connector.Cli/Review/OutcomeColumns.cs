using System.Globalization;
using System.Text.Json;
using Auth0Connector.Analysis.Review;
using Auth0Connector.Cli.Lists;

namespace Auth0Connector.Cli.Review;

/// <summary>What would be revoked, as a list.</summary>
internal static class OutcomeColumns
{
    public static ListShape<ReviewOutcome> Shape { get; } = new(
        "outcomes",
        [
            new("line", "Line", outcome => outcome.Line.ToString(CultureInfo.InvariantCulture)),
            new("state", "State", outcome => outcome.State),
            new("name", "Person", outcome => outcome.Name),
            new("person_id", "Person ID", outcome => outcome.PersonId),
            new("access", "Access", outcome => outcome.Access),
            new("action", "What would be done", outcome => outcome.Action),
        ],
        Write);

    private static void Write(Utf8JsonWriter json, ReviewOutcome outcome)
    {
        json.WriteNumber("line", outcome.Line);
        json.WriteString("state", outcome.State);
        json.WriteString("personId", outcome.PersonId);
        json.WriteString("displayName", outcome.Name);
        json.WriteString("entitlementId", outcome.EntitlementId);
        json.WriteString("access", outcome.Access);
        json.WriteString("action", outcome.Action);
    }
}
