using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;

namespace Auth0Connector.Sync.Parts;

/// <summary>One resource by its id with everything that a listing would have made of it; <see langword="null"/> where there is none.</summary>
internal delegate Task<StagedBatch?> ReadById(ManagementApiClient api, SyncParts parts, string id, CancellationToken cancellationToken);
