using Auth0Connector.Tables;
using Auth0Connector.Tables.Decisions;

namespace Auth0Connector.Provisioning.Tests.Sheets;

public sealed class DecisionSheetTests
{
    [Fact]
    public void Only_lines_that_say_so_are_acted_on()
    {
        var sheet = DecisionSheet.Parse("User,Role,Organization,Decision\r\na@x,Admin,,revoke\r\nb@x,Admin,,keep\r\nc@x,Admin,,\r\nd@x,,acme,Remove\r\n");

        Assert.Equal((1, 1), (sheet.Kept, sheet.Undecided));
        Assert.Equal(
            [
                new DecisionLine(2, "a@x", "Admin", null),
                new DecisionLine(5, "d@x", null, "acme"),
            ],
            sheet.Lines);
    }

    [Fact]
    public void Quotes_line_breaks_and_spreadsheet_guards_are_understood()
    {
        var sheet = DecisionSheet.Parse("\uFEFFuser,role\n\"Smith, \"\"J\"\"\",\"two\nlines\"\n'=cmd,--role\n'quoted,../x\n");

        Assert.Equal(
            [
                new DecisionLine(2, "Smith, \"J\"", "two\nlines", null),
                new DecisionLine(4, "=cmd", "--role", null),
                new DecisionLine(5, "'quoted", "../x", null),
            ],
            sheet.Lines);
    }

    [Fact]
    public void Semicolons_separate_where_a_spreadsheet_writes_them()
    {
        var sheet = DecisionSheet.Parse("user;role;decision\r\nada,lovelace;\"a;b\";revoke\r\n");

        Assert.Equal([new DecisionLine(2, "ada,lovelace", "a;b", null)], sheet.Lines);
    }

    [Fact]
    public void A_sheet_by_resources_needs_no_names()
    {
        var sheet = DecisionSheet.Parse("principal_id,resource_type,resource_id,entitlement_slug\nauth0|1,role,rol_1,assigned\nauth0|1,organization,org_1,member\nauth0|1,organization,org_1,rol_1\nauth0|1,scope,x,granted\n");

        Assert.Equal(
            [
                new DecisionLine(2, "auth0|1", "rol_1", null),
                new DecisionLine(3, "auth0|1", null, "org_1"),
                new DecisionLine(4, "auth0|1", "rol_1", "org_1"),
                new DecisionLine(5, "auth0|1", null, null, "names access that cannot be taken from a person"),
            ],
            sheet.Lines);
    }

    [Fact]
    public void The_sheet_of_a_review_is_taken_as_it_is()
    {
        const string Sheet =
            """
            person_type,person_id,name,resource_type,resource_id,access,entitlement_id,held,decision,comment
            user,auth0|a:b,Ada,role,rol_1,Admin: assigned,role:rol_1:assigned,directly,revoke,
            user,auth0|a:b,Ada,organization,org_1,acme: member,organization:org_1:member,directly,keep,
            user,auth0|a:b,Ada,organization,org_1,acme: Admin,organization:org_1:rol_1,directly,revoke,
            user,auth0|a:b,Ada,role,rol_2,Editor: assigned,role:rol_2:assigned,through group Staff: member,revoke,
            """;

        var sheet = DecisionSheet.Parse(Sheet);

        Assert.Equal(1, sheet.Kept);
        Assert.Equal(
            [
                new DecisionLine(2, "auth0|a:b", "rol_1", null),
                new DecisionLine(4, "auth0|a:b", "rol_1", "org_1"),
                new DecisionLine(5, "auth0|a:b", null, null, "is not held directly: take the person out of what passes it on, or that from what it holds"),
            ],
            sheet.Lines);
    }

    [Theory]
    [InlineData("")]
    [InlineData("name,value\n1,2\n")]
    [InlineData("user,role\n\"a,b\n")]
    public void What_is_no_sheet_is_refused(string text) =>
        Assert.NotEmpty(Assert.Throws<SheetException>(() => DecisionSheet.Parse(text)).Message);
}
