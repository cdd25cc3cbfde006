using System.Security.Cryptography;
using System.Text;

namespace Auth0Connector.Provisioning.Accounts;

/// <summary>Draws passwords by the system's generator of secrets, each character of a set as likely as any other.</summary>
public static class PasswordDraw
{
    // Auth0's strictest policy takes no more than two of the same character in a row.
    private const int MostInRow = 2;
    private const int MostDraws = 100;

    /// <summary>A password of a length, in characters of Unicode, with at least so many of some sets, in an order that says nothing.</summary>
    /// <param name="length">Not less than all that the sets ask for.</param>
    /// <param name="least">The sets that something must come from.</param>
    /// <param name="rest">Where the others come from.</param>
    public static string Create(int length, IReadOnlyList<CharacterCount> least, string rest)
    {
        Rune[][] sets =
        [
            .. least.SelectMany(static set => Enumerable.Repeat(Distinct(set.Characters), set.Least)),
            .. Enumerable.Repeat(Distinct(rest), length - least.Sum(static set => set.Least)),
        ];
        var drawn = Draw(sets);
        // Drawing again leaves what remains equally likely. Few characters to draw from may allow nothing else.
        for (var draws = 1; HasLongRow(drawn) && draws < MostDraws; draws++)
        {
            drawn = Draw(sets);
        }

        var text = string.Concat(drawn.Select(static character => character.ToString()));
        Array.Clear(drawn);
        return text;
    }

    private static Rune[] Distinct(string characters) => [.. characters.EnumerateRunes().Distinct()];

    private static Rune[] Draw(Rune[][] sets)
    {
        var drawn = Array.ConvertAll(sets, static set => set[RandomNumberGenerator.GetInt32(set.Length)]);
        RandomNumberGenerator.Shuffle(drawn.AsSpan());
        return drawn;
    }

    private static bool HasLongRow(Rune[] drawn)
    {
        for (var at = MostInRow; at < drawn.Length; at++)
        {
            if (drawn[at] == drawn[at - 1] && drawn[at] == drawn[at - MostInRow])
            {
                return true;
            }
        }

        return false;
    }
}
