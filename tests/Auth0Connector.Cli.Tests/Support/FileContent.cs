using System.Text.Json.Nodes;
using Auth0Connector.AccessFile.Reading;

namespace Auth0Connector.Cli.Tests.Support;

/// <summary>Everything in an access file's newest sync but ids of runs and times, as comparable lines.</summary>
internal static class FileContent
{
    public static IReadOnlyList<string> Of(string path)
    {
        using var reader = AccessFileReader.Open(path, new AccessFileReaderOptions(), CancellationToken.None);
        var run = reader.CurrentSync!;
        Assert.True(run.IsFinished);
        List<string> lines =
        [
            $"run {run.SyncType} {run.SupportsDiff} {run.GrantsBackfilled} {run.StoredStatistics!.ToJson()}",
            .. reader.ReadResourceTypes(run, default).Select(row => $"type {row.Id} {Hex(row.Data)}"),
            .. reader.ReadResources(run, ResourceFilter.All, default)
                .Select(row => $"resource {row.ExternalId} {row.ParentResourceTypeId} {row.ParentResourceId} {Hex(row.Data)}"),
            .. reader.ReadEntitlements(run, EntitlementFilter.All, default)
                .Select(row => $"entitlement {row.Id} {row.ResourceTypeId} {row.ResourceId} {Hex(row.Data)}"),
            .. reader.ReadGrants(run, GrantFilter.All, default)
                .Select(row => $"grant {row.Id} {row.EntitlementId} {row.PrincipalTypeId} {row.PrincipalId} {row.NeedsExpansion} {row.Expandable} {Hex(row.Data)}"),
            .. reader.ReadAssets(run, null, default).Select(row => $"asset {row.Id} {row.ContentType} {WithoutTimes(row)}"),
        ];
        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    // The proof, less the id of the run and its times.
    private static string WithoutTimes(AssetRow asset)
    {
        var proof = JsonNode.Parse(asset.Data)!.AsObject();
        foreach (var name in (string[])["sync_id", "started_at", "ended_at"])
        {
            Assert.True(proof.Remove(name), name);
        }

        // Requests are counted as they were made: an export that goes on fetches its link anew.
        foreach (var collection in proof["collections"]!.AsArray())
        {
            Assert.True(collection!.AsObject().Remove("requests"));
        }

        return proof.ToJsonString();
    }

    private static string Hex(ReadOnlyMemory<byte> data) => Convert.ToHexString(data.Span);
}
