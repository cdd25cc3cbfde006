using System.Reflection;
using Auth0Connector.Analysis.Coverage;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Analysis.Tests.Coverage;

/// <summary>What a part that was skipped leaves open.</summary>
public sealed class NeedWordsTests
{
    private static readonly string[] Unneeded = [PartWords.NamedResources, PartWords.Users, PartWords.OrganizationConnections];

    // Constants only, so that a part that is added is met here.
    public static TheoryData<string> Parts =>
        [.. typeof(PartWords).GetFields(BindingFlags.Public | BindingFlags.Static).Select(constant => (string)constant.GetRawConstantValue()!)];

    [Theory]
    [MemberData(nameof(Parts))]
    public void Every_part_leaves_something_open_or_no_question_depends_on_it(string words)
    {
        var needs = NeedWords.Skipped(words);

        Assert.Equal(!Unneeded.Contains(words), needs.Count == 1);
        Assert.Equal(needs, NeedWords.Skipped(words + " (2 of 3 lists, such as GET /roles/{id}/users)"));
    }

    [Theory]
    [InlineData(PartWords.Roles, nameof(Need.Roles))]
    [InlineData(PartWords.RoleUsers, nameof(Need.Roles))]
    [InlineData(PartWords.OrganizationOwnedRoles, nameof(Need.Roles))]
    [InlineData(PartWords.MemberRoles, nameof(Need.OrganizationRoles))]
    [InlineData(PartWords.GroupRoles, nameof(Need.Groups))]
    [InlineData(PartWords.OrganizationGroupRoles, nameof(Need.Groups))]
    [InlineData(PartWords.RolePermissions, nameof(Need.Permissions))]
    [InlineData(PartWords.UserPermissions, nameof(Need.DirectPermissions))]
    [InlineData(PartWords.ClientGrants, nameof(Need.Applications))]
    public void Parts_whose_words_begin_alike_are_told_apart(string words, string need) =>
        Assert.Equal([Enum.Parse<Need>(need)], NeedWords.Skipped(words));

    [Theory]
    [InlineData("")]
    [InlineData("something else")]
    public void Words_that_no_part_has_leave_nothing_open(string words) => Assert.Empty(NeedWords.Skipped(words));
}
