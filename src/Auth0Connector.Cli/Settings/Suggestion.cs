namespace Auth0Connector.Cli.Settings;

/// <summary>Finds the word that was probably meant.</summary>
internal static class Suggestion
{
    /// <summary>The nearest of <paramref name="known"/>, or <see langword="null"/> if none is near.</summary>
    public static string? For(string word, IEnumerable<string> known)
    {
        var limit = Math.Max(2, word.Length / 4);
        string? best = null;
        var bestDistance = limit + 1;
        foreach (var candidate in known)
        {
            var distance = Distance(word, candidate);
            if (distance < bestDistance)
            {
                (best, bestDistance) = (candidate, distance);
            }
        }

        // Two letters changed in a word of three is another word, not a slip.
        return bestDistance < word.Length ? best : null;
    }

    /// <summary>Edits (insert, delete, replace, swap of neighbours) that lead from one word to the other.</summary>
    public static int Distance(string from, string to)
    {
        var beforeLast = new int[to.Length + 1];
        var last = new int[to.Length + 1];
        var current = new int[to.Length + 1];
        for (var column = 0; column <= to.Length; column++)
        {
            last[column] = column;
        }

        for (var row = 1; row <= from.Length; row++)
        {
            current[0] = row;
            for (var column = 1; column <= to.Length; column++)
            {
                var replace = last[column - 1] + (from[row - 1] == to[column - 1] ? 0 : 1);
                current[column] = Math.Min(replace, Math.Min(last[column], current[column - 1]) + 1);
                if (row > 1 && column > 1 && from[row - 1] == to[column - 2] && from[row - 2] == to[column - 1])
                {
                    current[column] = Math.Min(current[column], beforeLast[column - 2] + 1);
                }
            }

            (beforeLast, last, current) = (last, current, beforeLast);
        }

        return last[to.Length];
    }
}
