using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.Sync.Collections;
using Auth0Connector.Sync.Preflight;

namespace Auth0Connector.Sync.Engine;

/// <summary>
/// Asks for the thing itself where the tenant says that its list is not found: older releases, routes that are off and
/// lagging nodes say so of things that are there (API reference, section 11).
/// </summary>
internal sealed class SubjectProbe(ManagementApiClient api, SyncerSet syncers)
{
    /// <summary>Whether what the task is about exists.</summary>
    /// <exception cref="ManagementApiException">The tenant does not say.</exception>
    public async Task<bool> ExistsAsync(CollectionInfo info, StagedTask task, CancellationToken cancellationToken)
    {
        if (info.InsideType is null)
        {
            return await ExistsAsync(info.SubjectType!, task.Subject, cancellationToken);
        }

        var space = task.Subject.IndexOf(' ', StringComparison.Ordinal);
        var (outer, inner) = (task.Subject[..space], task.Subject[(space + 1)..]);
        return await ExistsAsync(info.SubjectType!, outer, cancellationToken)
            && (await syncers[info.Kind].IsInsideAsync(outer, inner, cancellationToken)
                ?? await ExistsAsync(info.InsideType, inner, cancellationToken));
    }

    private async Task<bool> ExistsAsync(string type, string id, CancellationToken cancellationToken) =>
        await TenantParts.Bringing(type).ById!(api, syncers.Parts, id, cancellationToken) is not null;
}
