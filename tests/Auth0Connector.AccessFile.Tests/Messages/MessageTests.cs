using Auth0Connector.AccessFile.Messages;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Auth0Connector.AccessFile.Tests.Messages;

/// <summary>The bytes of the layouts in section 4 of the format description, counted by hand.</summary>
public sealed class MessageTests
{
    [Fact]
    public void Resource_has_its_id_name_status_and_profile_under_the_known_numbers()
    {
        var resource = new Resource
        {
            Id = new ResourceId { ResourceType = "user", Resource = "u" },
            ParentResourceId = new ResourceId { ResourceType = "org", Resource = "o" },
            DisplayName = "U",
            Status = new Status { Status_ = Status.Types.ResourceStatus.Disabled, Details = "d" },
            CreatedAt = new Timestamp { Seconds = 1 },
            Icon = new AssetRef { Id = "i" },
        };

        Assert.Equal("0A090A04757365721201751208" + "0A036F726712016F1A0155" + "52030A01695A05080212016462020801", Hex(resource));
    }

    [Fact]
    public void Entitlement_has_purpose_seven_and_slug_eight()
    {
        var entitlement = new Entitlement
        {
            Resource = new Resource { Id = new ResourceId { ResourceType = "r", Resource = "1" } },
            Id = "e",
            DisplayName = "D",
            Description = "T",
            GrantableTo = { new ResourceType { Id = "user", Traits = { ResourceType.Types.Trait.User } } },
            Purpose = Entitlement.Types.PurposeValue.Permission,
            Slug = "s",
        };

        Assert.Equal("0A080A060A0172120131120165" + "1A01442201542A090A04757365721A010138024201" + "73", Hex(entitlement));
    }

    [Fact]
    public void Grant_has_sources_in_a_map_under_five()
    {
        var grant = new Grant
        {
            Entitlement = new Entitlement { Id = "e" },
            Principal = new Resource { Id = new ResourceId { ResourceType = "u", Resource = "1" } },
            Id = "g",
            Sources = new GrantSources { Sources = { { "s", new GrantSources.Types.GrantSource { IsDirect = true } } } },
        };

        Assert.Equal("0A0312016512080A060A01751201311A01672A090A070A017312020801", Hex(grant));
    }

    [Fact]
    public void Expandable_matches_the_bytes_of_the_ecosystem()
    {
        var expandable = new GrantExpandable
        {
            EntitlementIds = { "organization:org_1:member" },
            ResourceTypeIds = { "user" },
        };

        Assert.Equal("0A196F7267616E697A6174696F6E3A6F72675F313A6D656D6265721A0475736572", Hex(expandable));
    }

    [Fact]
    public void Annotations_carry_the_known_type_url_and_are_found_again()
    {
        var any = Annotation.Pack(new ChildResourceType { ResourceTypeId = "role" });

        Assert.Equal("type.googleapis.com/c1.connector.v2.ChildResourceType", any.TypeUrl);
        Assert.Equal("role", Annotation.Find<ChildResourceType>([Annotation.Pack(new SkipGrants()), any])?.ResourceTypeId);
        Assert.Null(Annotation.Find<UserTrait>([any]));
    }

    [Fact]
    public void Every_annotation_is_named_as_its_message()
    {
        Assert.EndsWith(UserTrait.Descriptor.FullName, Annotation.UrlOf<UserTrait>(), StringComparison.Ordinal);
        Assert.EndsWith(GrantImmutable.Descriptor.FullName, Annotation.UrlOf<GrantImmutable>(), StringComparison.Ordinal);
        Assert.EndsWith(BatonID.Descriptor.FullName, Annotation.UrlOf<BatonID>(), StringComparison.Ordinal);
        Assert.EndsWith(
            ExternalResourceMatchID.Descriptor.FullName, Annotation.UrlOf<ExternalResourceMatchID>(), StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_fields_survive_a_round_trip()
    {
        var bytes = Convert.FromHexString("0A0165" + "FA0701" + "58");

        Assert.Equal(bytes, AssetRef.Parser.ParseFrom(bytes).ToByteArray());
    }

    private static string Hex(IMessage message) => Convert.ToHexString(message.ToByteArray());
}
