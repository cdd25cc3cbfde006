using System.Globalization;
using Auth0Connector.AccessFile.Expansion;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Staging;

/// <summary>Expands the grants of a working file, and counts what a run that was cut short in the middle had done already.</summary>
internal static class StagingExpansion
{
    private const string ExpandedKey = "expanded";

    public static ExpansionReport Run(SqliteConnection connection, string syncId, ExpansionOptions options, CancellationToken cancellationToken)
    {
        var (added, updated) = Parse(StagingFacts.Read(connection, ExpandedKey));
        var counting = options with
        {
            Committing = (newGrants, updatedGrants) => StagingFacts.Write(
                connection,
                null,
                ExpandedKey,
                string.Create(CultureInfo.InvariantCulture, $"{added + newGrants} {updated + updatedGrants}")),
        };
        var report = GrantExpander.Expand(connection, syncId, counting, cancellationToken);
        return report with { NewGrants = added + report.NewGrants, UpdatedGrants = updated + report.UpdatedGrants };
    }

    private static (long Added, long Updated) Parse(string? text)
    {
        var parts = text?.Split(' ');
        return parts is null
            ? (0, 0)
            : (long.Parse(parts[0], CultureInfo.InvariantCulture), long.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}
