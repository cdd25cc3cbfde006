using System.Text.Json;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.Analysis.Coverage;
using Auth0Connector.Cli.Findings;
using Auth0Connector.Cli.Output;

namespace Auth0Connector.Cli.Sync;

/// <summary>What the proof of a file covers: it is whole for what was asked for, which may not be the tenant.</summary>
internal static class CompletenessText
{
    /// <summary>What is said of a sync of single resources.</summary>
    public const string Partial = "Covers   only the resources that were named, not the tenant: whole for them, and no number here is one of the tenant";

    /// <summary>The proof as it stands in the file, with what it covers beside it.</summary>
    public static string Json(byte[] asset, SyncRun run, FileCoverage coverage)
    {
        using var proof = JsonDocument.Parse(asset);
        return JsonText.Of(proof.RootElement, (json, root) =>
        {
            foreach (var field in root.EnumerateObject().Where(field => field.Name is not ("syncType" or "coversTenant" or "notRead")))
            {
                field.WriteTo(json);
            }

            json.WriteString("syncType", run.SyncType);
            json.WriteBoolean("coversTenant", !coverage.IsPartial);
            FindingsJson.WriteNotRead(json, coverage);
        });
    }
}
