using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.Sync.Collections.Users;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Engine;

/// <summary>
/// Holds an export against the counts by range once more where people came twice: rows are then no distinct people, and one who
/// came twice would stand for one who did not come.
/// </summary>
internal static class ExportAudit
{
    /// <summary>The tasks of reading by search the ranges in which distinct people are fewer than were counted.</summary>
    public static IReadOnlyList<StagedTask> Run(StagingFile file, CancellationToken cancellationToken)
    {
        if (file.FindDoneTask(UserExportSyncer.KindName) is not { } export || !CameTwice(file))
        {
            return [];
        }

        var ranges = UserRanges.Parse(export.Payload);
        var came = new long[ranges.Size];
        foreach (var data in file.ReadResources(ResourceTypeIds.User))
        {
            cancellationToken.ThrowIfCancellationRequested();
            came[ranges.IndexOf(Resource.Parser.ParseFrom(data).CreatedAt?.ToDateTimeOffset())]++;
        }

        return [.. ranges.ShortOf(came).Select(index => UserRangesSyncer.ShortTask(ranges, index))];
    }

    private static bool CameTwice(StagingFile file) =>
        file.ReadFindings().Any(static finding => finding is { Kind: StagingFindingKind.Duplicate, TypeId: ResourceTypeIds.User, PrincipalTypeId: null });
}
