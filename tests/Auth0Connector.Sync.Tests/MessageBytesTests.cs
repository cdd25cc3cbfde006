using Auth0Connector.AccessFile.Messages;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.Sync.Mapping;
using Auth0Connector.Vocabulary;
using Google.Protobuf;

namespace Auth0Connector.Sync.Tests;

/// <summary>
/// Bytes as the Go connector writes them, so that whoever swaps us in sees no difference in what did not change.
/// </summary>
public sealed class MessageBytesTests
{
    private const string RoleAdmin =
        "0A110A04726F6C651209726F6C5F61646D696E1A0541646D696E222F0A2D747970652E676F6F676C65617069732E636F6D2F63312E636F6E"
        + "6E6563746F722E76322E526F6C6554726169744A410A1B0A0B6465736372697074696F6E120C1A0A46756C6C2061646D696E0A110A02696412"
        + "0B1A09726F6C5F61646D696E0A0F0A046E616D6512071A0541646D696E";

    private const string OrganizationAcme =
        "0A150A0C6F7267616E697A6174696F6E12056F72675F311A0461636D6522300A2E747970652E676F6F676C65617069732E636F6D2F63312E"
        + "636F6E6E6563746F722E76322E47726F757054726169744A3B0A1A0A0C646973706C61795F6E616D65120A1A0841636D6520496E630A0D0A02"
        + "696412071A056F72675F310A0E0A046E616D6512061A0461636D65";

    [Fact]
    public void Resource_types_are_byte_for_byte_those_of_the_Go_connector()
    {
        Assert.Equal(
            "0A04757365721204557365721A0101223F0A3D747970652E676F6F676C65617069732E636F6D2F63312E636F6E6E6563746F722E76322E536B"
            + "6970456E7469746C656D656E7473416E644772616E7473",
            Hex(ResourceTypeMessages.User()));
        Assert.Equal("0A0C6F7267616E697A6174696F6E120C4F7267616E697A6174696F6E1A0102", Hex(ResourceTypeMessages.Of(ResourceTypeIds.Organization)));
        Assert.Equal("0A04726F6C651204526F6C651A0103", Hex(ResourceTypeMessages.Role()));
    }

    [Fact]
    public void A_role_and_an_organization_are_byte_for_byte_those_of_the_Go_connector()
    {
        Assert.Equal(RoleAdmin, Hex(Admin()));
        Assert.Equal(OrganizationAcme, Hex(Acme()));
    }

    [Fact]
    public void A_role_without_description_has_an_empty_one()
    {
        var viewer = ResourceMapper.Role(new RoleRecord { Id = "rol_viewer", Name = "Viewer" }, "rol_viewer");

        Assert.Equal("", viewer.Profile!.Fields["description"].StringValue);
    }

    [Fact]
    public void A_grant_is_byte_for_byte_that_of_the_Go_connector()
    {
        var grant = GrantMapper.Of(Acme(), "member", "user", "auth0|abc:def");

        Assert.Equal(
            "0AAA010A8C01" + OrganizationAcme + "12196F7267616E697A6174696F6E3A6F72675F313A6D656D62657212170A150A0475736572120D"
            + "61757468307C6162633A6465661A2C6F7267616E697A6174696F6E3A6F72675F313A6D656D6265723A757365723A61757468307C616263"
            + "3A646566",
            Hex(grant));
    }

    [Fact]
    public void An_entitlement_differs_from_the_Go_connectors_only_in_who_it_can_be_granted_to()
    {
        var entitlement = EntitlementMapper.OrganizationMember(Acme());

        Assert.Equal(["user", "group"], entitlement.GrantableTo.Select(type => type.Id));
        entitlement.GrantableTo.RemoveAt(1);
        Assert.Equal(
            "0A8C01" + OrganizationAcme + "12196F7267616E697A6174696F6E3A6F72675F313A6D656D6265721A0B61636D65206D656D62657222"
            + "244D656D626572206F662061636D65206F7267616E697A6174696F6E20696E2041757468302A50"
            + Hex(ResourceTypeMessages.User())
            + "380142066D656D626572",
            Hex(entitlement));
    }

    [Fact]
    public void An_API_and_its_scopes_are_byte_for_byte_those_of_the_Go_connector()
    {
        Assert.Equal("0A0F7265736F757263655F736572766572120F5265736F7572636520536572766572", Hex(ResourceTypeMessages.Of(ResourceTypeIds.ResourceServer)));
        Assert.Equal("0A0573636F7065120553636F7065", Hex(ResourceTypeMessages.Scope()));
        Assert.Equal("0A170A0F7265736F757263655F736572766572120472735F311A094974656D7320415049", Hex(Items()));
        Assert.Equal(
            "0A2D0A0573636F7065122468747470733A2F2F6170692E6578616D706C652F6974656D733A726561643A6974656D7312170A0F7265736F75"
            + "7263655F736572766572120472735F311A144974656D73204150492F726561643A6974656D732A0A52656164206974656D73",
            Hex(PermissionMapper.Scope(Items(), "https://api.example/items", new ApiScopeRecord { Value = "read:items", Description = "Read items" })));
    }

    [Fact]
    public void Entitlements_of_permissions_differ_from_the_Go_connectors_only_in_the_mark_on_scopes()
    {
        var mark = Annotation.Pack(new SkipEntitlementsAndGrants());
        var ofRole = EntitlementMapper.RoleHasPermission(Admin());
        var ofServer = EntitlementMapper.ResourceServerScope(Items());
        ofRole.GrantableTo[0].Annotations.Add(mark);
        ofServer.GrantableTo[0].Annotations.Add(mark);

        Assert.Equal(
            "0A8E01" + RoleAdmin + "121D726F6C653A726F6C5F61646D696E3A6861735F7065726D697373696F6E1A1441646D696E206861735F7065726D"
            + "697373696F6E22234861732041646D696E20726F6C65207065726D697373696F6E7320696E2041757468302A4F0A0573636F7065120553636F7065"
            + "223F0A3D747970652E676F6F676C65617069732E636F6D2F63312E636F6E6E6563746F722E76322E536B6970456E7469746C656D656E7473416E64"
            + "4772616E7473323A0A38747970652E676F6F676C65617069732E636F6D2F63312E636F6E6E6563746F722E76322E456E7469746C656D656E74496D"
            + "6D757461626C653802420E6861735F7065726D697373696F6E",
            Hex(ofRole));
        Assert.Equal(
            "0A240A170A0F7265736F757263655F736572766572120472735F311A094974656D7320415049121A7265736F757263655F7365727665723A72735F"
            + "313A73636F70651A0553636F7065225F5468652073636F7065206F6620746865207265736F75726365207365727665722C20776869636820646566"
            + "696E657320746865207065726D697373696F6E73206772616E74656420746F20746865207265736F75726365207365727665722E2A4F0A0573636F"
            + "7065120553636F7065223F0A3D747970652E676F6F676C65617069732E636F6D2F63312E636F6E6E6563746F722E76322E536B6970456E7469746C"
            + "656D656E7473416E644772616E7473323A0A38747970652E676F6F676C65617069732E636F6D2F63312E636F6E6E6563746F722E76322E456E7469"
            + "746C656D656E74496D6D757461626C653802420573636F7065",
            Hex(ofServer));
    }

    [Fact]
    public void Grants_of_permissions_are_byte_for_byte_those_of_the_Go_connector()
    {
        const string ReadItems = "https://api.example/items:read:items";

        Assert.Equal(
            "0AB0010A8E01" + RoleAdmin + "121D726F6C653A726F6C5F61646D696E3A6861735F7065726D697373696F6E122F0A2D0A0573636F7065122468"
            + "747470733A2F2F6170692E6578616D706C652F6974656D733A726561643A6974656D731A48726F6C653A726F6C5F61646D696E3A6861735F706572"
            + "6D697373696F6E3A73636F70653A68747470733A2F2F6170692E6578616D706C652F6974656D733A726561643A6974656D73",
            Hex(GrantMapper.Of(Admin(), "has_permission", "scope", ReadItems)));
        Assert.Equal(
            "0A420A240A170A0F7265736F757263655F736572766572120472735F311A094974656D7320415049121A7265736F757263655F7365727665723A72"
            + "735F313A73636F7065122F0A2D0A0573636F7065122468747470733A2F2F6170692E6578616D706C652F6974656D733A726561643A6974656D731A"
            + "457265736F757263655F7365727665723A72735F313A73636F70653A73636F70653A68747470733A2F2F6170692E6578616D706C652F6974656D73"
            + "3A726561643A6974656D73",
            Hex(GrantMapper.Of(Items(), "scope", "scope", ReadItems)));
    }

    [Theory]
    [InlineData("Ada Lovelace", "ada", "ada@example.com", "Ada Lovelace")]
    [InlineData("", "ada", "ada@example.com", "ada")]
    [InlineData(" ", null, "ada@example.com", "ada@example.com")]
    [InlineData(null, "", "", "auth0|1")]
    public void A_display_name_is_never_empty(string? name, string? nickname, string? email, string expected)
    {
        var resource = UserMapper.Of(new UserRecord { UserId = "auth0|1", Name = name, Nickname = nickname, Email = email }, "auth0|1");
        var user = Resource.Parser.ParseFrom(resource);

        Assert.Equal(expected, user.DisplayName);
    }

    [Fact]
    public void A_display_name_is_cut_at_the_limit_and_at_a_character()
    {
        var role = ResourceMapper.Role(new RoleRecord { Name = new string('ü', 1100) }, "rol_1");

        Assert.Equal(new string('ü', 512), role.DisplayName);
    }

    private static Resource Admin() =>
        ResourceMapper.Role(new RoleRecord { Id = "rol_admin", Name = "Admin", Description = "Full admin" }, "rol_admin");

    private static Resource Items() =>
        PermissionMapper.ResourceServer(new ResourceServerRecord { Id = "rs_1", Name = "Items API", Identifier = "https://api.example/items" }, "rs_1");

    private static Resource Acme() =>
        ResourceMapper.Organization(new OrganizationRecord { Id = "org_1", Name = "acme", DisplayName = "Acme Inc" }, "org_1");

    private static string Hex(IMessage message) => Convert.ToHexString(message.ToByteArray());
}
