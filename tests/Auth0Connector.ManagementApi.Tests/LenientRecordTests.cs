using System.Text;
using System.Text.Json;
using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.ManagementApi.Paging;
using Auth0Connector.ManagementApi.Records;

namespace Auth0Connector.ManagementApi.Tests;

public sealed class LenientRecordTests
{
    [Theory]
    [InlineData("\"email_verified\":\"true\"", true)]
    [InlineData("\"email_verified\":true", true)]
    [InlineData("\"email_verified\":\"false\"", false)]
    [InlineData("\"email_verified\":{\"odd\":1}", null)]
    [InlineData("\"email_verified\":null", null)]
    public void A_truth_value_may_come_as_text(string field, bool? expected)
    {
        Assert.Equal(expected, Read(field).EmailVerified);
    }

    [Theory]
    [InlineData("\"created_at\":\"2024-03-04T05:06:07.123Z\"")]
    [InlineData("\"created_at\":{\"$date\":\"2024-03-04T05:06:07.123Z\"}")]
    [InlineData("\"created_at\":{\"a\":{\"b\":[1,\"2024-03-04T05:06:07.123Z\"]}}")]
    [InlineData("\"created_at\":\"2024-03-04T06:06:07.123+01:00\"")]
    public void An_instant_may_come_inside_an_object(string field)
    {
        Assert.Equal(new DateTimeOffset(2024, 3, 4, 5, 6, 7, 123, TimeSpan.Zero), Read(field).CreatedAt);
    }

    [Theory]
    [InlineData("\"created_at\":\"yesterday\"")]
    [InlineData("\"created_at\":{}")]
    [InlineData("\"created_at\":17")]
    [InlineData("\"created_at\":[[]]")]
    public void What_is_no_instant_is_absent(string field)
    {
        Assert.Null(Read(field).CreatedAt);
    }

    [Theory]
    [InlineData("\"multifactor\":[\"guardian\"]", true)]
    [InlineData("\"multifactor\":[[\"guardian\"]]", true)]
    [InlineData("\"multifactor\":[{\"type\":\"totp\"}]", true)]
    [InlineData("\"multifactor\":[]", false)]
    [InlineData("\"multifactor\":[[]]", false)]
    [InlineData("\"multifactor\":null", null)]
    public void Any_second_factor_counts_however_it_is_nested(string field, bool? expected)
    {
        Assert.Equal(expected, Read(field).Multifactor);
    }

    [Fact]
    public void The_id_of_an_identity_may_be_a_number()
    {
        var user = Read("""
            "identities":[{"connection":"github","provider":"github","user_id":12345678901234567890,"profileData":{"x":[1,{}]},"access_token":"t"},7,null,"x"]
            """);

        Assert.Equal("12345678901234567890", user.Identities.Single().UserId);
    }

    [Theory]
    [InlineData("\"nickname\":{\"first\":\"x\"}")]
    [InlineData("\"nickname\":[\"x\"]")]
    [InlineData("\"nickname\":null")]
    [InlineData("\"identities\":\"none\"")]
    [InlineData("\"logins_count\":\"many\"")]
    [InlineData("\"saml_groups\":[[[[[[[{\"a\":[]}]]]]]]]")]
    [InlineData("\"user_metadata\":{\"deep\":{\"er\":1}},\"blocked\":[]")]
    public void A_field_of_a_wrong_type_costs_that_field_only(string field)
    {
        var user = Read(field + ",\"email\":\"ada@example.com\"");

        Assert.Equal(("auth0|1", "ada@example.com"), (user.UserId, user.Email));
        Assert.Null(user.Nickname);
        Assert.Null(user.LoginsCount);
    }

    [Fact]
    public void Text_with_half_a_surrogate_pair_or_a_broken_byte_is_kept_as_far_as_it_can_be()
    {
        byte[] body = [.. "{\"users\":[{\"user_id\":\"auth0|1\",\"name\":\"A\\ud83dB\",\"nickname\":\"x"u8, 0xFF, .. "y\"}]}"u8];

        var user = PageReader.Read(body, "users", ManagementApiJson.Default.UserRecord).Items.Single();

        Assert.Equal(("A\uFFFDB", "x\uFFFDy"), (user.Name, user.Nickname));
    }

    [Theory]
    [InlineData("""[{"user_id":"a"},{"user_id":"b"}]""", 2, null, null)]
    [InlineData("""{"start":0,"limit":50,"length":1,"users":[{"user_id":"a"}],"total":77}""", 1, 77L, null)]
    [InlineData("""{"users":[{"user_id":"a"}],"next":"MjAy"}""", 1, null, "MjAy")]
    [InlineData("""{"next":"MjAy","users":[]}""", 0, null, "MjAy")]
    public void All_three_shapes_of_an_answer_are_read(string body, int count, long? total, string? next)
    {
        var content = PageReader.Read(Encoding.UTF8.GetBytes(body), "users", ManagementApiJson.Default.UserRecord);

        Assert.Equal((count, total, next), (content.Items.Count, content.Total, content.Next));
    }

    [Fact]
    public void Elements_that_are_no_records_are_counted_and_do_not_cost_the_page()
    {
        var content = PageReader.Read("""[{"user_id":"a"},null,7,"x",[1],{"user_id":"b"}]"""u8, "users", ManagementApiJson.Default.UserRecord);

        Assert.Equal((2, 4), (content.Items.Count, content.Unreadable));
    }

    [Theory]
    [InlineData("""{"members":null}""")]
    [InlineData("""{"members":null,"next":null}""")]
    [InlineData("""{"start":0,"limit":50,"total":0,"members":null}""")]
    [InlineData("""{"start":0,"limit":50,"total":0}""")]
    [InlineData("""{"members":[]}""")]
    [InlineData("[]")]
    public void Null_is_an_empty_list_and_a_total_of_none_needs_no_list(string body)
    {
        var content = PageReader.Read(Encoding.UTF8.GetBytes(body), "members", ManagementApiJson.Default.MemberRecord);

        Assert.Equal((0, 0, 0, null), (content.Items.Count, content.Elements, content.Unreadable, content.Next));
    }

    [Theory]
    [InlineData("{}", "the answer has no list 'members'")]
    [InlineData("""{"next":null}""", "the answer has no list 'members'")]
    [InlineData("""{"next":"abc"}""", "the answer has no list 'members'")]
    [InlineData("""{"start":0,"limit":50,"total":3}""", "the answer has no list 'members'")]
    [InlineData("""{"start":0,"limit":50,"total":null}""", "the answer has no list 'members'")]
    [InlineData("""{"users":[]}""", "the answer has no list 'members'")]
    [InlineData("""{"members":{}}""", "in the answer 'members' is no list")]
    [InlineData("""{"members":"none"}""", "in the answer 'members' is no list")]
    [InlineData("""{"members":false}""", "in the answer 'members' is no list")]
    [InlineData("null", "the answer is neither a list nor an object")]
    [InlineData("\"x\"", "the answer is neither a list nor an object")]
    public void An_absent_list_is_not_an_empty_one_and_the_message_names_it(string body, string message)
    {
        var failure = Assert.Throws<AnswerShapeException>(() =>
            PageReader.Read(Encoding.UTF8.GetBytes(body), "members", ManagementApiJson.Default.MemberRecord));

        Assert.Equal(message, failure.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"users\":[{\"user_id\":\"a\"}")]
    [InlineData("{\"users\":[{\"user_id\":\"a\"}]")]
    [InlineData("[{\"user_id\":\"a\"},")]
    [InlineData("<html><body>Bad gateway</body></html>")]
    [InlineData("{\"statusCode\":200}")]
    [InlineData("{\"users\":{}}")]
    [InlineData("{\"users\":[]}{\"users\":[]}")]
    [InlineData("17")]
    public void An_answer_that_is_cut_or_is_something_else_is_refused(string body)
    {
        Assert.ThrowsAny<JsonException>(() =>
            PageReader.Read(Encoding.UTF8.GetBytes(body), "users", ManagementApiJson.Default.UserRecord));
    }

    private static UserRecord Read(string field) =>
        PageReader.Read(
            Encoding.UTF8.GetBytes($$"""[{"user_id":"auth0|1",{{field}}}]"""),
            "users",
            ManagementApiJson.Default.UserRecord).Items.Single();
}
