using Auth0Connector.Analysis.Differences;

namespace Auth0Connector.Analysis.Report;

/// <summary>
/// Says what changed in words for a reader who does not know the format: a file says some things in several places, which
/// are one change.
/// </summary>
internal static class DifferenceWords
{
    private const int MostLetters = 80;

    public static string Of(IEnumerable<FieldDifference> fields)
    {
        var changes = fields.Where(field => !field.IsActivity).ToList();
        var words = changes.Select(Words).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return string.Join("; ", words.Count > 0 ? words : changes.Select(Plainly));
    }

    private static string? Words(FieldDifference change)
    {
        var name = Name(change.Field);
        return name switch
        {
            _ when change.Field.EndsWith("status.status", StringComparison.Ordinal) => Status(change),

            // The status says so as well.
            "blocked" => null,
            _ => $"{name} {Short(change.Before)} → {Short(change.After)}",
        };
    }

    private static string Status(FieldDifference change) => change.After switch
    {
        { } after when after.EndsWith("DISABLED", StringComparison.Ordinal) => "now blocked",
        { } after when after.EndsWith("ENABLED", StringComparison.Ordinal) => "now active",
        { } after when after.EndsWith("DELETED", StringComparison.Ordinal) => "now deleted",
        _ => "now of unknown status",
    };

    private static string Plainly(FieldDifference change) => $"{Name(change.Field)} {Short(change.Before)} → {Short(change.After)}";

    // The trait and the resource have a profile each; neither word says anything to a reader.
    private static string Name(string path)
    {
        var from = path.IndexOf("Trait.", StringComparison.Ordinal);
        var name = from < 0 ? path : path[(from + "Trait.".Length)..];
        name = name.StartsWith("profile.", StringComparison.Ordinal) ? name["profile.".Length..] : name;
        return name.Replace('_', ' ');
    }

    private static string Short(string? text) => text switch
    {
        null or "" => "(none)",
        { Length: > MostLetters } => text[..MostLetters] + "…",
        _ => text,
    };
}
