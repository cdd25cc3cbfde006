using System.Security.Cryptography;
using System.Text;
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
        var drawn = new List<Rune>(length);
        foreach (var (characters, count) in Demands(asked))
        {
            if (count > length - drawn.Count)
            {
                throw Wrong("its constraints ask for more characters than it has");
            }

            var set = characters.EnumerateRunes().Distinct().ToArray();
            if (set.Length == 0 || set.Contains(Rune.ReplacementChar))
            {
                throw Wrong("one of its constraints names no characters");
            }

            drawn.AddRange(RandomNumberGenerator.GetItems<Rune>(set, count));
        }

        drawn.AddRange(RandomNumberGenerator.GetItems<Rune>([.. (Upper + Lower + Digits + Symbols).EnumerateRunes()], length - drawn.Count));
        var all = drawn.ToArray();
        RandomNumberGenerator.Shuffle(all.AsSpan());
        var password = string.Concat(all);
        return Encoding.UTF8.GetByteCount(password) <= MostBytes
            ? password
            : throw Wrong($"with characters of its constraints it has more than {MostBytes} bytes, of which Auth0 would ignore the rest");
    }

    private static IEnumerable<(string Characters, int Count)> Demands(CredentialOptions.Types.RandomPassword asked) => asked.Constraints.Count == 0
        ? [(Upper, 1), (Lower, 1), (Digits, 1), (Symbols, 1)]
        : asked.Constraints.Where(static constraint => constraint.MinCount > 0).Select(static constraint => (constraint.CharSet, (int)Math.Min(constraint.MinCount, Longest + 1)));

    private static SecretException Wrong(string what) => new($"a random password cannot be made as asked: {what}; nothing was changed");
}
