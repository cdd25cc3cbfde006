using System.Text;
using Auth0Connector.AccessFile.Format;
using CsCheck;

namespace Auth0Connector.AccessFile.Tests.Format;

public sealed class IdTests
{
    [Theory]
    [InlineData("role", "rol_admin", "assigned", "user", "auth0|abc:def", "role:rol_admin:assigned:user:auth0|abc:def")]
    [InlineData("role", "rol_viewer", "assigned", "user", "auth0|slash/user", "role:rol_viewer:assigned:user:auth0|slash/user")]
    [InlineData("role", "rol_noperm", "assigned", "user", "auth0|back\\slash", "role:rol_noperm:assigned:user:auth0|back\\slash")]
    [InlineData(
        "role",
        "rol_admin",
        "has_permission",
        "scope",
        "https://api.example/items:read:items",
        "role:rol_admin:has_permission:scope:https://api.example/items:read:items")]
    public void Grant_ids_are_plain_joins(string type, string id, string slug, string principalType, string principal, string expected)
    {
        Assert.Equal(expected, AccessIds.Grant(AccessIds.Entitlement(type, id, slug), principalType, principal));
    }

    [Fact]
    public void Resource_rows_are_known_by_type_and_id()
    {
        Assert.Equal("user:auth0|abc:def", AccessIds.Resource("user", "auth0|abc:def"));
    }

    [Fact]
    public void Bids_escape_what_separates_parts()
    {
        Assert.Equal(@"bid:r:user/auth0|a\:b\/c\\d", Bid.Resource(new ResourceBid("user", @"auth0|a:b/c\d")));
        Assert.Equal("bid:r:tenant/t1/user/u1", Bid.Resource(new ResourceBid("user", "u1", "tenant", "t1")));
        Assert.Equal("bid:e:role/r1:assigned", Bid.Entitlement(new ResourceBid("role", "r1"), "assigned"));
        Assert.Equal(
            "bid:g:role/r1:assigned:user/u1",
            Bid.Grant(new ResourceBid("role", "r1"), "assigned", new ResourceBid("user", "u1")));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("user/u1")]
    [InlineData("bid:e:role/r1:assigned")]
    [InlineData("bid:r:user")]
    [InlineData("bid:r:a/b/c")]
    [InlineData("bid:r:a/b/c/d/e")]
    [InlineData("bid:r:user/")]
    [InlineData("bid:r:user/u:1")]
    [InlineData(@"bid:r:user/u1\")]
    public void Other_texts_are_no_resource_bids(string? text)
    {
        Assert.False(Bid.TryParseResource(text, out _));
    }

    [Fact]
    public void Any_resource_bid_is_read_back()
    {
        var part = Gen.String[Gen.Char[@"ab|:/\ é日"], 1, 12];
        Gen.Select(part, part, part, part, Gen.Bool).Sample((type, id, parentType, parentId, hasParent) =>
        {
            var bid = hasParent ? new ResourceBid(type, id, parentType, parentId) : new ResourceBid(type, id);
            Assert.True(Bid.TryParseResource(Bid.Resource(bid), out var parsed));
            Assert.Equal(bid, parsed);
        });
    }

    [Fact]
    public void Cut_text_fits_and_ends_at_a_character()
    {
        Gen.Select(Gen.String[Gen.Char["aé日\ud83d\ude00"], 0, 30], Gen.Int[0, 40]).Sample((text, limit) =>
        {
            var clean = CleanText.Of(text);
            var cut = TextLimits.Cut(text, limit);
            Assert.True(Encoding.UTF8.GetByteCount(cut) <= limit);
            Assert.StartsWith(cut, clean, StringComparison.Ordinal);
            Assert.True(new UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(cut).Length <= limit);
            Assert.True(cut.Length == clean.Length || Encoding.UTF8.GetByteCount(cut) + 4 > limit);
        });
    }

    [Fact]
    public void Code_point_order_is_the_order_of_utf8_bytes()
    {
        var text = Gen.String[Gen.Char["ab\ue000\uffff\ud83d\ude00é"], 0, 6].Select(CleanText.Of);
        Gen.Select(text, text).Sample((left, right) =>
        {
            var expected = Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right));
            Assert.Equal(Math.Sign(expected), Math.Sign(Utf8Order.Instance.Compare(left, right)));
        });
    }

    [Fact]
    public void Half_a_surrogate_pair_becomes_the_replacement_character()
    {
        Assert.Equal("a\ufffdb", CleanText.Of("a\ud83db"));
        Assert.Equal("a\ud83d\ude00b", CleanText.Of("a\ud83d\ude00b"));
    }
}
