using System.Text;
using Auth0Connector.Provisioning.Accounts;
using Auth0Connector.Service.Protocol;
using Auth0Connector.Service.Secrets;

namespace Auth0Connector.Service.Tests.Secrets;

/// <summary>Passwords are as they are asked for.</summary>
public sealed class RandomPasswordsTests
{
    public static TheoryData<long, string, string> Wrong => new()
    {
        { 0, "", "8 to 64" },
        { 7, "", "8 to 64" },
        { 65, "", "8 to 64" },
        { long.MinValue, "", "8 to 64" },
        { long.MaxValue, "", "8 to 64" },
        { 8, "abc=9", "more characters than it has" },
        { 8, "abc=5 xyz=4", "more characters than it has" },
        { 8, "abc=4294967295", "more characters than it has" },
        { 8, "abc=4294967295 xyz=4294967295", "more characters than it has" },
        { 8, "=1", "names no characters" },
        { 30, "長=30", "72 bytes" },
    };

    [Theory]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(64)]
    public void Without_constraints_it_has_characters_of_all_sorts(int length)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var round = 0; round < 200; round++)
        {
            var password = RandomPasswords.Create(new() { Length = length });
            Assert.Equal(length, password.Length);
            Assert.Contains(password, char.IsAsciiLetterUpper);
            Assert.Contains(password, char.IsAsciiLetterLower);
            Assert.Contains(password, char.IsAsciiDigit);
            Assert.Contains(password, static letter => !char.IsAsciiLetterOrDigit(letter));
            Assert.DoesNotContain(password, static letter => letter is <= ' ' or > '~');
            Assert.True(seen.Add(password));
        }
    }

    [Fact]
    public void Constraints_are_kept_and_the_places_are_drawn()
    {
        var places = new HashSet<int>();
        for (var round = 0; round < 300; round++)
        {
            var password = RandomPasswords.Create(Asked(12, "é=1 𝄞=2 01=3 =0"));
            var runes = password.EnumerateRunes().ToArray();
            Assert.Equal(12, runes.Length);
            Assert.Equal(1, runes.Count(static rune => rune.Value == 'é'));
            Assert.Equal(2, runes.Count(static rune => rune == new Rune(0x1D11E)));
            Assert.True(runes.Count(static rune => rune.Value is '0' or '1') >= 3);
            places.Add(Array.IndexOf(runes, new Rune('é')));
        }

        Assert.Equal(12, places.Count);
    }

    [Fact]
    public void Every_character_that_may_come_does()
    {
        var seen = Enumerable.Range(0, 400).SelectMany(static _ => RandomPasswords.Create(new() { Length = 64 })).ToHashSet();

        Assert.Equal(94, seen.Count);
    }

    [Fact]
    public void No_character_comes_three_times_in_a_row_where_it_need_not()
    {
        for (var round = 0; round < 500; round++)
        {
            foreach (var password in (string[])[RandomPasswords.Create(Asked(24, "abcdefghijkl=20")), FirstPassword.Create()])
            {
                Assert.DoesNotContain(Enumerable.Range(2, password.Length - 2), at => password[at] == password[at - 1] && password[at] == password[at - 2]);
            }
        }

        Assert.Equal("aaaaaaaa", RandomPasswords.Create(Asked(8, "a=8")));
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_cannot_be_made_is_refused(long length, string constraints, string why)
    {
        var refusal = Assert.Throws<SecretException>(() => RandomPasswords.Create(Asked(length, constraints))).Message;

        Assert.StartsWith("a random password cannot be made as asked: ", refusal, StringComparison.Ordinal);
        Assert.Contains(why, refusal, StringComparison.Ordinal);
    }

    private static CredentialOptions.Types.RandomPassword Asked(long length, string constraints) => new()
    {
        Length = length,
        Constraints =
        {
            constraints.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static one => one.Split('='))
                .Select(static parts => new PasswordConstraint { CharSet = parts[0], MinCount = uint.Parse(parts[1], null) }),
        },
    };
}
