using System.Text;
using System.Text.Json;
using Auth0Connector.AccessFile.Messages;
using Auth0Connector.Analysis.Json;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Auth0Connector.Analysis.Tests.Json;

public sealed class MessageJsonTests
{
    [Fact]
    public void A_person_is_written_as_the_ecosystem_writes_it()
    {
        var trait = new UserTrait
        {
            Emails = { new UserTrait.Types.Email { Address = "ada@example.com", IsPrimary = true } },
            Status = new UserTrait.Types.Status { Status_ = UserTrait.Types.Status.Types.Status.Disabled, Details = "blocked" },
            AccountType = UserTrait.Types.AccountType.Human,
            LastLogin = new Timestamp { Seconds = 1709528767, Nanos = 123_000_000 },
            MfaStatus = new UserTrait.Types.MFAStatus(),
        };
        var resource = new Resource
        {
            Id = new ResourceId { ResourceType = "user", Resource = "auth0|1" },
            DisplayName = "Ada",
            Annotations = { Annotation.Pack(trait), Annotation.Pack(new SkipGrants()) },
            Status = new Status { Status_ = Status.Types.ResourceStatus.Disabled },
            Profile = new Struct
            {
                Fields =
                {
                    ["n"] = Value.ForNumber(2),
                    ["list"] = Value.ForList(Value.ForBool(false), Value.ForNull()),
                    ["inner"] = Value.ForStruct(new Struct { Fields = { ["x"] = Value.ForString("") } }),
                    ["nan"] = Value.ForNumber(double.NaN),
                    ["none"] = new Value(),
                },
            },
        };

        Same(
            """
            {"id":{"resourceType":"user","resource":"auth0|1"},"displayName":"Ada","annotations":[
              {"@type":"type.googleapis.com/c1.connector.v2.UserTrait","emails":[{"address":"ada@example.com","isPrimary":true}],
               "status":{"status":"STATUS_DISABLED","details":"blocked"},"accountType":"ACCOUNT_TYPE_HUMAN",
               "lastLogin":"2024-03-04T05:06:07.123Z","mfaStatus":{}},
              {"@type":"type.googleapis.com/c1.connector.v2.SkipGrants"}],
             "profile":{"inner":{"x":""},"list":[false,null],"n":2,"nan":null,"none":null},"status":{"status":"RESOURCE_STATUS_DISABLED"}}
            """,
            json => MessageJson.Write(json, resource));
    }

    [Fact]
    public void A_grant_has_its_sources_and_no_empty_fields()
    {
        var grant = new Grant
        {
            Id = "g",
            Entitlement = new Entitlement { Id = "e" },
            Principal = new Resource { Id = new ResourceId { ResourceType = "user", Resource = "1" } },
            Annotations = { Annotation.Pack(new GrantImmutable()) },
            Sources = new GrantSources { Sources = { ["e"] = new GrantSources.Types.GrantSource { IsDirect = true }, ["s"] = new GrantSources.Types.GrantSource() } },
        };

        Same(
            """
            {"entitlement":{"id":"e"},"principal":{"id":{"resourceType":"user","resource":"1"}},"id":"g",
             "annotations":[{"@type":"type.googleapis.com/c1.connector.v2.GrantImmutable"}],"sources":{"sources":{"e":{"isDirect":true},"s":{}}}}
            """,
            json => MessageJson.Write(json, grant));
    }

    [Fact]
    public void Annotations_of_unknown_types_are_left_out_and_unknown_enum_values_are_numbers()
    {
        var type = new ResourceType
        {
            Id = "t",
            Traits = { ResourceType.Types.Trait.Role, (ResourceType.Types.Trait)99 },
            Annotations =
            {
                new Any { TypeUrl = "type.googleapis.com/other.Message", Value = ByteString.CopyFromUtf8("x") },
                new Any { TypeUrl = "type.googleapis.com/c1.connector.v2.ExternalLink", Value = ByteString.CopyFrom(0xff) },
            },
        };

        Same(
            """{"id":"t","traits":["TRAIT_ROLE",99],"annotations":[{"@type":"type.googleapis.com/c1.connector.v2.ExternalLink"}]}""",
            json => MessageJson.Write(json, type));
    }

    [Theory]
    [InlineData("2026-11-23 21:28:44.58298129", "2026-11-23T21:28:44.582981290Z")]
    [InlineData("2026-11-23 21:28:44.582981291", "2026-11-23T21:28:44.582981291Z")]
    [InlineData("2026-11-23 21:28:44.5", "2026-11-23T21:28:44.500Z")]
    [InlineData("2026-11-23 21:28:44.5000001", "2026-11-23T21:28:44.500000100Z")]
    [InlineData("2026-11-23 21:28:44.000002", "2026-11-23T21:28:44.000002Z")]
    [InlineData("2026-11-23T23:28:44+02:00", "2026-11-23T21:28:44Z")]
    [InlineData("soon", null)]
    public void A_time_of_the_database_keeps_every_digit(string stored, string? expected) => Assert.Equal(expected, JsonTime.OfDatabase(stored));

    private static void Same(string expected, Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        using var wanted = JsonDocument.Parse(expected);
        using var got = JsonDocument.Parse(stream.ToArray());
        Assert.True(JsonElement.DeepEquals(wanted.RootElement, got.RootElement), Encoding.UTF8.GetString(stream.ToArray()));
    }
}
