using Auth0Connector.AccessFile.Messages;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.Sync.Collections;
using Auth0Connector.Sync.Mapping;
using Google.Protobuf;

namespace Auth0Connector.Sync.Tests;

/// <summary>Rows that are written by hand have the bytes that the generated classes would give, whatever is in them.</summary>
public sealed class RowBytesTests
{
    // Nothing, lengths around those where a protobuf length grows by a byte, other scripts, half a surrogate pair, controls.
    private static readonly string?[] Texts =
    [
        null, "", " ", "a", "Ada Lovelace", " Ada  Lovelace ", "ada@example.com", "+4915112345678", "Ünï Çödé", "李 小龍", "😀 😀",
        "\ud83d", "x\ude00 y", "a\0b\n", new('x', 126), new('x', 127), new('x', 128), new('ü', 64), new('ü', 1100), new('x', 17_000),
    ];

    private static readonly DateTimeOffset?[] Instants =
    [
        null, DateTimeOffset.UnixEpoch, DateTimeOffset.MinValue, DateTimeOffset.MaxValue,
        new(2024, 2, 29, 23, 59, 59, 999, TimeSpan.FromHours(-5)), new DateTimeOffset(1969, 12, 31, 23, 59, 59, TimeSpan.Zero).AddTicks(1_234_567),
        new(2025, 6, 1, 12, 0, 0, TimeSpan.Zero),
    ];

    [Fact]
    public void A_user_row_has_the_bytes_of_the_generated_message_for_thousands_of_odd_users()
    {
        var random = new Random(20240229);
        using var mapper = new UserMapper();
        for (var i = 0; i < 5000; i++)
        {
            var user = User(random);
            var id = Pick(random, Texts) is { Length: > 0 } text ? text : "auth0|1";

            var resource = mapper.Map(user, id);

            Assert.Equal(UserMessages.Of(user, id).ToByteArray(), resource);
        }
    }

    [Fact]
    public void A_user_with_every_text_in_every_place_has_the_bytes_of_the_generated_message()
    {
        foreach (var text in Texts)
        {
            var user = new UserRecord
            {
                Email = text,
                Username = text,
                PhoneNumber = text,
                Name = text,
                Nickname = text,
                GivenName = text,
                FamilyName = text,
                Identities = [new IdentityRecord { Connection = text, Provider = text, UserId = text }, new IdentityRecord { Connection = text }],
            };

            Assert.Equal(UserMessages.Of(user, "auth0|1").ToByteArray(), UserMapper.Of(user, "auth0|1"));
        }
    }

    [Fact]
    public void A_grant_row_has_the_bytes_of_the_generated_message_whatever_it_is_granted_to()
    {
        foreach (var resource in Resources())
        {
            using var rows = new GrantRows(resource);
            foreach (var slug in (string[])["member", "rol_1", new('s', 200)])
            {
                foreach (var principal in Texts.OfType<string>())
                {
                    var message = GrantMapper.Of(resource, slug, "user", principal);

                    var row = rows.Of(slug, "user", principal);

                    Assert.Equal(message.ToByteArray(), row.Data);
                    Assert.Equal(
                        (resource.Id.ResourceType, resource.Id.Resource, message.Entitlement.Id, "user", principal, message.Id),
                        (row.TypeId, row.ResourceId, row.EntitlementId, row.PrincipalTypeId, row.PrincipalId, row.GrantId));
                    Assert.Null(row.Expansion);
                }
            }
        }
    }

    [Fact]
    public void A_grant_that_passes_on_carries_its_expansion_beside_the_bytes()
    {
        using var rows = new GrantRows(Resources()[0]);

        var row = rows.Of("member", "group", "grp_1", GrantMapper.ThroughGroup("grp_1"));

        Assert.Equal(GrantMapper.ThroughGroup("grp_1").ToByteArray(), row.Expansion);
        Assert.Equal(GrantMapper.Of(Resources()[0], "member", "group", "grp_1").ToByteArray(), row.Data);
    }

    private static Resource[] Resources() =>
    [
        ResourceMapper.Organization(new OrganizationRecord { Name = "acme", DisplayName = "Acme" }, "org_1"),
        ResourceMapper.Organization(new OrganizationRecord { Name = new string('n', 300), DisplayName = new string('ü', 17_000) }, "org_2"),
        ResourceMapper.Role(new RoleRecord(), "rol_1"),
        new() { Id = ResourceMapper.Id("group", "") },
    ];

    private static UserRecord User(Random random) => new()
    {
        Email = Pick(random, Texts),
        EmailVerified = Pick<bool?>(random, [null, true, false]),
        Username = Pick(random, Texts),
        PhoneNumber = Pick(random, Texts),
        CreatedAt = Pick(random, Instants),
        UpdatedAt = Pick(random, Instants),
        LastLogin = Pick(random, Instants),
        LoginsCount = Pick<long?>(random, [null, 0, 1, -1, 127, 128, long.MaxValue]),
        Blocked = Pick<bool?>(random, [null, true, false]),
        Name = Pick(random, Texts),
        Nickname = Pick(random, Texts),
        GivenName = Pick(random, Texts),
        FamilyName = Pick(random, Texts),
        Multifactor = Pick<bool?>(random, [null, true, false]),
        Identities = [.. Enumerable.Range(0, random.Next(4)).Select(_ => new IdentityRecord
        {
            Connection = Pick(random, Texts),
            Provider = Pick(random, Texts),
            UserId = Pick(random, Texts),
        })],
    };

#pragma warning disable CA5394 // The records are odd, not secret.
    private static T Pick<T>(Random random, IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];
#pragma warning restore CA5394
}
