using Auth0Connector.AccessFile.Messages;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.Sync.Mapping;
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
        Assert.Equal("0A0C6F7267616E697A6174696F6E120C4F7267616E697A6174696F6E1A0102", Hex(ResourceTypeMessages.Organization()));
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

        Assert.Equal("", viewer.Profile.Fields["description"].StringValue);
    }

    [Fact]
    public void A_grant_is_byte_for_byte_that_of_the_Go_connector()
    {
        var grant = EntitlementMapper.Grant(Acme(), "member", "user", "auth0|abc:def");

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

    [Theory]
    [InlineData("Ada Lovelace", "ada", "ada@example.com", "Ada Lovelace")]
    [InlineData("", "ada", "ada@example.com", "ada")]
    [InlineData(" ", null, "ada@example.com", "ada@example.com")]
    [InlineData(null, "", "", "auth0|1")]
    public void A_display_name_is_never_empty(string? name, string? nickname, string? email, string expected)
    {
        var user = UserMapper.Map(new UserRecord { UserId = "auth0|1", Name = name, Nickname = nickname, Email = email }, "auth0|1");

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

    private static Resource Acme() =>
        ResourceMapper.Organization(new OrganizationRecord { Id = "org_1", Name = "acme", DisplayName = "Acme Inc" }, "org_1");

    private static string Hex(IMessage message) => Convert.ToHexString(message.ToByteArray());
}
