using System.Globalization;
using Auth0Connector.AccessFile.Expansion;
using Auth0Connector.AccessFile.Failures;
using Auth0Connector.AccessFile.Schema;
using Auth0Connector.AccessFile.Sums;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Staging;

/// <summary>Expands the grants of a working file, and counts what a run that was cut short in the middle had done already.</summary>
internal static class StagingExpansion
{
    private const string ExpandedKey = "expanded";

    public static ExpansionReport Run(SqliteConnection connection, string syncId, ExpansionOptions options, CancellationToken cancellationToken)
    {
        var (added, updated) = Parse(StagingFacts.Read(connection, ExpandedKey));
        using var changes = new RowChanges(connection, AccessFileSchema.Grants);
        var counting = options with
        {
            Changes = changes,
            Committing = (newGrants, updatedGrants) =>
            {
                changes.Write();
                StagingFacts.Write(
                    connection,
                    null,
                    ExpandedKey,
                    string.Create(CultureInfo.InvariantCulture, $"{added + newGrants} {updated + updatedGrants}"));
            },
        };
        var report = Guard(connection, () => GrantExpander.Expand(connection, syncId, counting, cancellationToken));
        return report with { NewGrants = added + report.NewGrants, UpdatedGrants = updated + report.UpdatedGrants };
    }

    public static long Estimate(SqliteConnection connection, string syncId, ExpansionOptions options, CancellationToken cancellationToken) =>
        Guard(connection, () => GrantExpander.EstimateNewGrants(connection, syncId, options, cancellationToken));

    // The rows are our own: what cannot be read of them was written by somebody else.
    private static T Guard<T>(SqliteConnection connection, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (AccessFileException damaged) when (damaged.Kind == AccessFileErrorKind.Corrupt)
        {
            throw new StagingUnusableException($"the working file is damaged: {damaged.Message}", connection.DataSource, damaged);
        }
    }

    private static (long Added, long Updated) Parse(string? text)
    {
        var parts = text?.Split(' ');
        return parts switch
        {
            null => (0, 0),
            [var added, var updated] => (KeptText.Number(added), KeptText.Number(updated)),
            _ => throw KeptText.Unknown(),
        };
    }
}
