namespace Auth0Connector.AccessFile.Schema;

/// <summary>
/// The 7 tables and 16 indexes of a v1 access file (format section 2.1). Names are exact, also the two indexes on
/// v1_resources whose names and columns look swapped: that is what the ecosystem's files have.
/// </summary>
internal static class AccessFileSchema
{
    public const string ResourceTypes = "v1_resource_types";
    public const string Resources = "v1_resources";
    public const string Entitlements = "v1_entitlements";
    public const string Grants = "v1_grants";
    public const string SyncRuns = "v1_sync_runs";
    public const string Assets = "v1_assets";
    public const string ConnectorSessions = "v1_connector_sessions";

    public static IReadOnlyList<SchemaTable> Tables { get; } =
    [
        new(ResourceTypes, """
            id integer primary key,
            external_id text not null,
            data blob not null,
            sync_id text not null,
            discovered_at datetime not null
            """),
        new(Resources, """
            id integer primary key,
            resource_type_id text not null,
            external_id text not null,
            parent_resource_type_id text,
            parent_resource_id text,
            data blob not null,
            sync_id text not null,
            discovered_at datetime not null
            """),
        new(Entitlements, """
            id integer primary key,
            resource_type_id text not null,
            resource_id text not null,
            external_id text not null,
            data blob not null,
            sync_id text not null,
            discovered_at datetime not null
            """),
        new(Grants, """
            id integer primary key,
            resource_type_id text not null,
            resource_id text not null,
            entitlement_id text not null,
            principal_resource_type_id text not null,
            principal_resource_id text not null,
            external_id text not null,
            expansion blob,
            needs_expansion integer not null default 0,
            data blob not null,
            sync_id text not null,
            discovered_at datetime not null
            """),
        new(SyncRuns, """
            id integer primary key,
            sync_id text not null,
            started_at datetime not null,
            ended_at datetime,
            sync_token text not null,
            sync_type text not null default 'full',
            parent_sync_id text not null default '',
            linked_sync_id text not null default '',
            supports_diff integer not null default 0,
            grants_backfilled integer not null default 0,
            stats text,
            ingest_invariant_generation text not null default '',
            ingest_invariant_coverage text not null default '',
            ingest_invariant_mode text not null default ''
            """),
        new(Assets, """
            id integer primary key,
            external_id text not null,
            content_type text not null,
            data blob not null,
            sync_id text not null,
            discovered_at datetime not null
            """),
        new(ConnectorSessions, """
            id integer primary key,
            sync_id text not null,
            key text not null,
            value blob not null
            """),
    ];

    public static IReadOnlyList<SchemaIndex> Indexes { get; } =
    [
        new("idx_resource_types_external_sync_v1", ResourceTypes, true, "external_id, sync_id"),
        new("idx_resources_resource_type_id_v1", Resources, false, "resource_type_id"),
        new("idx_resources_external_sync_v1", Resources, false, "parent_resource_type_id, parent_resource_id"),
        new("idx_resources_parent_resource_id_v1", Resources, true, "external_id, sync_id"),
        new("idx_entitlements_resource_id_v1", Entitlements, false, "resource_type_id, resource_id"),
        new("idx_entitlements_external_sync_v1", Entitlements, true, "external_id, sync_id"),
        new("idx_sync_runs_sync_id_v1", SyncRuns, true, "sync_id"),
        new("idx_grants_resource_type_id_resource_id_v1", Grants, false, "resource_type_id, resource_id"),
        new("idx_grants_principal_id_v1", Grants, false, "principal_resource_type_id, principal_resource_id"),
        new(
            "idx_grants_entitlement_id_principal_id_v1",
            Grants,
            false,
            "entitlement_id, principal_resource_type_id, principal_resource_id"),
        new("idx_grants_external_sync_v1", Grants, true, "external_id, sync_id"),
        new("idx_grants_entitlement_sync_grant_v1", Grants, false, "entitlement_id, sync_id, id"),
        new("idx_grants_sync_expansion_v1", Grants, false, "sync_id", "expansion is not null"),
        new("idx_grants_sync_needs_expansion_v1", Grants, false, "sync_id", "needs_expansion = 1"),
        new("idx_assets_external_sync_v1", Assets, true, "external_id, sync_id"),
        new("idx_session_store_sync_key_v1", ConnectorSessions, true, "sync_id, key"),
    ];
}
