using Auth0Connector.Analysis.Differences;
using Auth0Connector.Analysis.Report;

namespace Auth0Connector.Analysis.Tests.Differences;

public sealed class DifferenceWordsTests
{
    [Theory]
    [InlineData("now blocked", "UserTrait.profile.blocked|false|true", "UserTrait.status.status|STATUS_ENABLED|STATUS_DISABLED", "profile.blocked|false|true", "status.status|RESOURCE_STATUS_ENABLED|RESOURCE_STATUS_DISABLED")]
    [InlineData("now active", "status.status|RESOURCE_STATUS_DISABLED|RESOURCE_STATUS_ENABLED")]
    [InlineData("blocked false → true", "profile.blocked|false|true")]
    [InlineData("last name Byron → Lovelace; display name (none) → Ada", "UserTrait.profile.last_name|Byron|Lovelace", "profile.last_name|Byron|Lovelace", "display_name||Ada")]
    [InlineData("email verified false → true", "profile.email_verified|false|true", "profile.last_login|1|2")]
    public void What_a_file_says_in_several_places_is_one_change_in_words(string words, params string[] fields) =>
        Assert.Equal(words, DifferenceWords.Of(fields.Select(field => field.Split('|')).Select(field => new FieldDifference(field[0], field[1], field[2]))));
}
