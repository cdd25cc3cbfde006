using Auth0Connector.Analysis.Coverage;
using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Findings;

/// <summary>What a file does not hold, in lines for a person.</summary>
internal static class CoverageText
{
    /// <summary>A line for everything that was not read, with the reason and the remedy.</summary>
    public static IEnumerable<string> NotRead(IEnumerable<Lack> lacks) =>
        lacks.GroupBy(lack => (lack.Reason, lack.Remedy)).Select(same => Printable.Of(
            $"NOT READ  {string.Join(", ", same.Select(lack => lack.What).Distinct(StringComparer.Ordinal))}: {same.Key.Reason}. {same.Key.Remedy}"));

    /// <summary>Who is privileged, as far as it can be told.</summary>
    public static string Privileged(OpenedFindings found)
    {
        var people = found.Model.People.Count(found.Privilege.Has);
        var lacks = found.Model.Coverage.PrivilegeLacks.Select(lack => lack.What).Distinct(StringComparer.Ordinal).ToList();
        var known = $"{Amount.Count(people)} of {Amount.Count(found.Model.People.Count)} people";
        return (lacks.Count, people) switch
        {
            (0, _) => $"Privileged access: {known}.",
            (_, 0) => Printable.Of($"Privileged access: not known (not read: {string.Join(", ", lacks)})."),
            _ => Printable.Of($"Privileged access: at least {known} (not read: {string.Join(", ", lacks)})."),
        };
    }

    /// <summary>The rules that had no answer, and those that were asked of what is there.</summary>
    public static IEnumerable<string> NotAsked(OpenedFindings found)
    {
        foreach (var (isPartly, words) in new[] { (false, "Not asked"), (true, "Asked only of what was read") })
        {
            var rules = found.NotAsked.Where(rule => rule.IsPartly == isPartly).Select(rule => rule.Rule.Id).ToList();
            if (rules.Count > 0)
            {
                yield return $"{words}: {string.Join(", ", rules)}.";
            }
        }
    }
}
