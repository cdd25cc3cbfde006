using System.Text.Json;
using Auth0Connector.Analysis.Coverage;
using Auth0Connector.Analysis.Findings;
using Auth0Connector.Analysis.Listing;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Analysis.Report;

/// <summary>What the file does not hold, for the first screen and wherever a number would mislead.</summary>
internal static class ReportCoverage
{
    // The words that the page has for its lists.
    private static readonly (Need Need, string Kind)[] Lists =
    [
        (Need.People, ThingKinds.Word(ThingKind.User)), (Need.Roles, ThingKinds.Word(ThingKind.Role)), (Need.Organizations, ThingKinds.Word(ThingKind.Organization)),
        (Need.Groups, ThingKinds.Word(ThingKind.Group)), (Need.Permissions, ThingKinds.Word(ThingKind.Permission)), (Need.Applications, ResourceTypeIds.Client),
    ];

    public static void Write(Utf8JsonWriter json, FileCoverage coverage, IReadOnlyList<NotAsked> notAsked)
    {
        json.WriteStartArray("notRead");
        foreach (var lack in coverage.NotRead)
        {
            json.WriteStartObject();
            json.Plain("what", lack.What);
            json.Plain("reason", lack.Reason);
            json.Plain("remedy", lack.Remedy);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("notAsked");
        foreach (var rule in notAsked)
        {
            json.WriteStartObject();
            json.Plain("rule", rule.Rule.Id);
            json.Plain("title", rule.Rule.Title);
            json.WriteBoolean("partly", rule.IsPartly);
            json.Plain("reason", rule.Reason);
            json.Plain("remedy", rule.Remedy);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("unknown");
        foreach (var (need, kind) in Lists)
        {
            if (coverage.Of(need) is { } lack)
            {
                json.Plain(kind, lack.Reason);
            }
        }

        Known(json, "access", coverage.AccessLacks);
        Known(json, "privileged", coverage.PrivilegeLacks);
        json.WriteEndObject();
    }

    private static void Known(Utf8JsonWriter json, string what, IReadOnlyList<Lack> lacks)
    {
        if (lacks.Count > 0)
        {
            json.Plain(what, string.Join(", ", lacks.Select(lack => lack.What).Distinct(StringComparer.Ordinal)));
        }
    }
}
