using Auth0Connector.AccessFile.Schema;
using Auth0Connector.AccessFile.Tests.Fixtures;

namespace Auth0Connector.AccessFile.Tests.Schema;

public sealed class AccessFileSchemaTests
{
    [Fact]
    public void All_seven_tables_have_their_columns()
    {
        using var folder = new TempFolder();
        using var database = new SampleDatabase(folder.File("a.db"));

        Assert.Equal("id,external_id,data,sync_id,discovered_at", Columns(database, "v1_resource_types"));
        Assert.Equal(
            "id,resource_type_id,external_id,parent_resource_type_id,parent_resource_id,data,sync_id,discovered_at",
            Columns(database, "v1_resources"));
        Assert.Equal(
            "id,resource_type_id,resource_id,external_id,data,sync_id,discovered_at", Columns(database, "v1_entitlements"));
        Assert.Equal(
            "id,resource_type_id,resource_id,entitlement_id,principal_resource_type_id,principal_resource_id,external_id,"
            + "expansion,needs_expansion,data,sync_id,discovered_at",
            Columns(database, "v1_grants"));
        Assert.Equal(
            "id,sync_id,started_at,ended_at,sync_token,sync_type,parent_sync_id,linked_sync_id,supports_diff,"
            + "grants_backfilled,stats,ingest_invariant_generation,ingest_invariant_coverage,ingest_invariant_mode",
            Columns(database, "v1_sync_runs"));
        Assert.Equal("id,external_id,content_type,data,sync_id,discovered_at", Columns(database, "v1_assets"));
        Assert.Equal("id,sync_id,key,value", Columns(database, "v1_connector_sessions"));
        Assert.Equal(7, AccessFileSchema.Tables.Count);
    }

    [Theory]
    [InlineData("idx_resource_types_external_sync_v1", true, "v1_resource_types", "external_id,sync_id")]
    [InlineData("idx_resources_resource_type_id_v1", false, "v1_resources", "resource_type_id")]
    [InlineData("idx_resources_external_sync_v1", false, "v1_resources", "parent_resource_type_id,parent_resource_id")]
    [InlineData("idx_resources_parent_resource_id_v1", true, "v1_resources", "external_id,sync_id")]
    [InlineData("idx_entitlements_resource_id_v1", false, "v1_entitlements", "resource_type_id,resource_id")]
    [InlineData("idx_entitlements_external_sync_v1", true, "v1_entitlements", "external_id,sync_id")]
    [InlineData("idx_sync_runs_sync_id_v1", true, "v1_sync_runs", "sync_id")]
    [InlineData("idx_grants_resource_type_id_resource_id_v1", false, "v1_grants", "resource_type_id,resource_id")]
    [InlineData("idx_grants_principal_id_v1", false, "v1_grants", "principal_resource_type_id,principal_resource_id")]
    [InlineData(
        "idx_grants_entitlement_id_principal_id_v1",
        false,
        "v1_grants",
        "entitlement_id,principal_resource_type_id,principal_resource_id")]
    [InlineData("idx_grants_external_sync_v1", true, "v1_grants", "external_id,sync_id")]
    [InlineData("idx_grants_entitlement_sync_grant_v1", false, "v1_grants", "entitlement_id,sync_id,id")]
    [InlineData("idx_grants_sync_expansion_v1", false, "v1_grants", "sync_id")]
    [InlineData("idx_grants_sync_needs_expansion_v1", false, "v1_grants", "sync_id")]
    [InlineData("idx_assets_external_sync_v1", true, "v1_assets", "external_id,sync_id")]
    [InlineData("idx_session_store_sync_key_v1", true, "v1_connector_sessions", "sync_id,key")]
    public void Each_index_stands_on_its_columns(string name, bool isUnique, string table, string columns)
    {
        using var folder = new TempFolder();
        using var database = new SampleDatabase(folder.File("a.db"));

        Assert.Equal(columns, database.Scalar($"select group_concat(name) from pragma_index_info('{name}')"));
        Assert.Equal(
            isUnique ? 1L : 0L, database.Scalar($"select \"unique\" from pragma_index_list('{table}') where name = '{name}'"));
    }

    [Fact]
    public void Two_indexes_are_partial_and_there_are_sixteen()
    {
        using var folder = new TempFolder();
        using var database = new SampleDatabase(folder.File("a.db"));

        Assert.Equal(16L, database.Scalar("select count(*) from sqlite_master where type = 'index' and name like 'idx_%'"));
        Assert.Equal(
            "idx_grants_sync_expansion_v1,idx_grants_sync_needs_expansion_v1",
            database.Scalar("select group_concat(name) from (select name from pragma_index_list('v1_grants') where partial order by name)"));
    }

    private static string Columns(SampleDatabase database, string table)
    {
        return (string)database.Scalar($"select group_concat(name) from pragma_table_info('{table}')")!;
    }
}
