using Auth0Connector.AccessFile.Completeness;
using Auth0Connector.AccessFile.Format;
using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Schema;
using Auth0Connector.AccessFile.Staging;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.Cli.Tests.Safety;

/// <summary>A file of somebody who wants to reach the terminal, or the eyes, of whoever reads it: every text of it tries.</summary>
internal static class HostileFile
{
    /// <summary>ESC, BEL, C1, an override, an isolate, and letters that nobody sees.</summary>
    public const string Marks = "\u001b]0;owned\u0007\u009b31m\u202egpj\u2066\u200b\u2028\u061c\ufeff\u007f";

    /// <summary>Letters that may not come out of any command.</summary>
    public static readonly char[] Forbidden = ['\u001b', '\u0007', '\u009b', '\u202e', '\u2066', '\u200b', '\u2028', '\u061c', '\ufeff', '\u007f'];

    /// <summary>The id of the person in it.</summary>
    public static string Person => "auth0|" + Marks;

    /// <summary>Writes it, uncompressed, with two full syncs.</summary>
    public static void Write(string path)
    {
        for (var sync = 0; sync < 2; sync++)
        {
            using var staging = StagingFile.Open(path, new StagingIdentity("test", "{}"), new StagingOptions { KeepSyncs = 2 }, TimeProvider.System, CancellationToken.None);
            staging.Commit([Batch(sync)]);
            staging.BuildIndexes(CancellationToken.None);
            var rows = staging.CountRows(CancellationToken.None);
            staging.WriteAsset(CompletenessProof.AssetId, CompletenessProof.ContentType, CompletenessJson.Write(Proof(new RowTotals(rows.Resources, rows.Entitlements, rows.Grants))));
            staging.End(SyncTypes.Full, Marks, CancellationToken.None);
            staging.Publish(CancellationToken.None);
        }

        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            "update v1_sync_runs set started_at = $text, ended_at = ended_at || $text, sync_token = $text; "
            + "update v1_sync_runs set parent_sync_id = $text";
        command.Parameters.AddWithValue("$text", Marks);
        command.ExecuteNonQuery();
    }

    private static StagedBatch Batch(int sync)
    {
        var role = Thing("role", "rol_1", "Admin");
        var odd = Thing("odd" + Marks, "odd_1", "Odd");
        var group = Thing("group", "grp_1", "Staff" + sync);
        var assigned = Entitlement(role, "assigned");
        var member = Entitlement(group, "member" + Marks);
        return new StagedBatch
        {
            ResourceTypes =
            [
                Type("user", ResourceType.Types.Trait.User), Type("role", ResourceType.Types.Trait.Role), Type("group", ResourceType.Types.Trait.Group), Type("odd" + Marks, ResourceType.Types.Trait.App),
            ],
            Resources = [StagedResource.From(User(sync)), StagedResource.From(role), StagedResource.From(odd), StagedResource.From(group)],
            Entitlements = [StagedEntitlement.From(assigned), StagedEntitlement.From(member), StagedEntitlement.From(Entitlement(odd, Marks))],
            Grants =
            [
                StagedGrant.From(Grant(member, "user", Person), null),
                StagedGrant.From(Grant(assigned, "group", "grp_1"), new GrantExpandable { EntitlementIds = { member.Id } }),
            ],
        };
    }

    private static StagedResourceType Type(string id, ResourceType.Types.Trait trait) =>
        StagedResourceType.From(new ResourceType { Id = id, DisplayName = id + Marks, Description = Marks, Traits = { trait } });

    private static Resource User(int sync) => new()
    {
        Id = new ResourceId { ResourceType = "user", Resource = Person },
        DisplayName = $"Eve {sync}{Marks}",
        Description = Marks,
        Status = new Status { Status_ = Status.Types.ResourceStatus.Disabled, Details = Marks },
        Profile = new ProfileBuilder().Add("email", "eve@example.com" + Marks).Add("connection", Marks).Add("first_name", Marks).Add("last_name", Marks).Add("user_id", Marks).Build(),
        Annotations =
        {
            Annotation.Pack(new UserTrait { Emails = { new UserTrait.Types.Email { Address = "eve@example.com" + Marks, IsPrimary = true } }, Login = "eve", LoginAliases = { Marks }, LastLogin = new Timestamp { Seconds = 1 } }),
        },
    };

    private static Resource Thing(string type, string id, string name) =>
        new() { Id = new ResourceId { ResourceType = type, Resource = id }, DisplayName = name + Marks, Description = name + Marks };

    private static Entitlement Entitlement(Resource thing, string slug) => new()
    {
        Id = AccessIds.Entitlement(thing.Id.ResourceType, thing.Id.Resource, slug),
        Resource = thing,
        Slug = slug,
        DisplayName = slug + Marks,
        Description = Marks,
    };

    private static Grant Grant(Entitlement entitlement, string type, string id) => new()
    {
        Id = AccessIds.Grant(entitlement.Id, type, id),
        Entitlement = new Entitlement { Id = entitlement.Id, Resource = entitlement.Resource },
        Principal = new Resource { Id = new ResourceId { ResourceType = type, Resource = id } },
    };

    private static CompletenessProof Proof(RowTotals rows) => new()
    {
        Complete = true,
        Source = Marks,
        ClientId = Marks,
        Program = Marks,
        SyncId = Marks,
        StartedAt = DateTimeOffset.UnixEpoch,
        EndedAt = DateTimeOffset.UnixEpoch,
        Settings = new Dictionary<string, string> { [Marks] = Marks, ["sync-resource-types"] = Marks },
        Collections = [new CollectionProof { Collection = Marks, Endpoint = Marks, Method = Marks, ResourceType = Marks, Lists = 1, Received = 1, Rows = 1, Requests = 1, Whole = true, Notes = [Marks] }],
        Skipped = [new SkipProof(Marks, Marks, Marks)],
        Expansion = null,
        Rows = rows,
    };
}
