using System.Text;
using Auth0Connector.Provisioning.Accounts;
using Auth0Connector.Service.Protocol;

namespace Auth0Connector.Service.Secrets;

/// <summary>Makes passwords as tasks describe them (service mode, section 9.1).</summary>
public static class RandomPasswords
{
    private const int Shortest = 8;
    private const int Longest = 64;

    // Auth0 hashes by bcrypt, which looks at no more.
    private const int MostBytes = 72;

    private const string Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Lower = "abcdefghijklmnopqrstuvwxyz";
    private const string Digits = "0123456789";
    private const string Symbols = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    /// <summary>A new password.</summary>
    /// <exception cref="SecretException">It cannot be made as asked.</exception>
    public static string Create(CredentialOptions.Types.RandomPassword asked)
    {
        if (asked.Length is < Shortest or > Longest)
        {
            throw Wrong($"a password has {Shortest} to {Longest} characters, not {asked.Length}");
        }

        var length = (int)asked.Length;
        var demands = Demands(asked);
        if (demands.Sum(static demand => (long)demand.Least) > length)
        {
            throw Wrong("its constraints ask for more characters than it has");
        }

        if (demands.Any(static demand => demand.Characters.Length == 0))
        {
            throw Wrong("one of its constraints names no characters");
        }

        var password = PasswordDraw.Create(length, demands, Upper + Lower + Digits + Symbols);
        return Encoding.UTF8.GetByteCount(password) <= MostBytes
            ? password
            : throw Wrong($"with characters of its constraints it has more than {MostBytes} bytes, of which Auth0 would ignore the rest");
    }

    private static CharacterCount[] Demands(CredentialOptions.Types.RandomPassword asked) => asked.Constraints.Count == 0
        ? [new(Upper, 1), new(Lower, 1), new(Digits, 1), new(Symbols, 1)]
        : [.. asked.Constraints.Where(static constraint => constraint.MinCount > 0).Select(static constraint => new CharacterCount(constraint.CharSet, (int)Math.Min(constraint.MinCount, Longest + 1)))];

    private static SecretException Wrong(string what) => new($"a random password cannot be made as asked: {what}; nothing was changed");
}
