using System.Runtime.CompilerServices;
using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.Sync.Mapping;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Collections.Permissions;

/// <summary>
/// What applications may ask of APIs. A client grant of all scopes means every scope that its API has at the time, asked
/// for once an API; one that is a default for a sort of applications has no principal and stands only in the proof.
/// </summary>
internal sealed class ClientGrantsSyncer(ManagementApiClient api) : ICollectionSyncer
{
    public const string KindName = "client-grants";

    public CollectionInfo Info { get; } = new(KindName, PermissionParts.ClientGrants, ResourceTypeIds.Scope, "GET /client-grants", CollectionMethod.Checkpoint)
    {
        Rows = [RowKind.Grants(ResourceTypeIds.Scope, ResourceTypeIds.Client)],
    };

    public async IAsyncEnumerable<CollectionPage> ReadAsync(
        StagedTask task,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var allScopes = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        await foreach (var page in api.ListClientGrantsAsync(task.Cursor, cancellationToken))
        {
            var asked = allScopes.Count;
            var grants = new List<Grant>();
            var unreadable = 0;
            var defaults = new List<string>();
            foreach (var record in page.Items)
            {
                // Scopes that are not named are not none.
                var isUntold = record.Scope is null && record.AllowAllScopes != true;
                if (string.IsNullOrEmpty(record.Audience) || (record.ClientId is null && record.DefaultFor is null) || (isUntold && record.DefaultFor is null))
                {
                    unreadable++;
                }
                else if (string.IsNullOrEmpty(record.ClientId))
                {
                    defaults.Add($"{record.DefaultFor}: {record.Audience}");
                }
                else
                {
                    var scopes = record.AllowAllScopes == true
                        ? await AllScopesAsync(record.Audience, allScopes, cancellationToken)
                        : record.Scope ?? [];
                    grants.AddRange(scopes.Select(scope =>
                        ClientMapper.Granted(record, PermissionMapper.Reference(record.Audience, serverName: null, scope))));
                }
            }

            var meaning = new StagedBatch
            {
                Grants = [.. grants.Select(static grant => StagedGrant.From(grant))],
                Requests = allScopes.Count - asked,
                Note = defaults.Count > 0 ? $"defaults without an application: {string.Join("; ", defaults)}" : null,
            };
            yield return CollectionPage.Of(page, unreadable, meaning);
        }
    }

    private async ValueTask<IReadOnlyList<string>> AllScopesAsync(
        string audience,
        Dictionary<string, IReadOnlyList<string>> known,
        CancellationToken cancellationToken)
    {
        if (!known.TryGetValue(audience, out var scopes))
        {
            var server = await api.FindResourceServerAsync(audience, cancellationToken);
            known[audience] = scopes = [.. server?.Scopes?.Select(static scope => scope.Value).OfType<string>() ?? []];
        }

        return scopes;
    }
}
