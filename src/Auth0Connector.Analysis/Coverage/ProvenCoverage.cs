using Auth0Connector.AccessFile.Completeness;

namespace Auth0Connector.Analysis.Coverage;

/// <summary>What a file of ours lacks: its proof says what was asked for, what was refused, and what was read.</summary>
internal sealed class ProvenCoverage(CompletenessProof proof)
{
    private const string ReadAll = "Read the whole tenant";

    public IEnumerable<Lack> Lacks() =>
        NeedWords.All.Select(Of).OfType<Lack>()
            .Concat(proof.Skipped.SelectMany(Skip))
            .DistinctBy(lack => (lack.Need, lack.Need is null ? lack.What : null));

    private Lack? Of(Need need)
    {
        if (Text("sync-resources") is { } named && need != Need.Grants)
        {
            return Lack(need, $"only single resources were read (--sync-resources {Short(named)})", $"{ReadAll}, without --sync-resources.");
        }

        if (need != Need.People && need != Need.Applications && (IsOn("skip-entitlements-and-grants") ? "skip-entitlements-and-grants" : IsOn("skip-grants") ? "skip-grants" : null) is { } skip)
        {
            return need == Need.Grants ? Lack(need, $"it was left out (--{skip})", $"Read it without --{skip}.") : null;
        }

        if (need is Need.Permissions or Need.Applications && !IsOn("sync-permissions") && !IsOn("sync-user-permissions"))
        {
            return Lack(need, "permissions were not read", "Read them with --sync-permissions.");
        }

        if (need == Need.DirectPermissions && !IsOn("sync-user-permissions"))
        {
            return Lack(need, "they were not read", "Read them with --sync-user-permissions.");
        }

        if (Text("sync-resource-types") is { } types && Missing(need, types) is { Count: > 0 } missing)
        {
            return Lack(need, $"left out by --sync-resource-types {Short(types)}", $"Add {string.Join(" and ", missing)} there, or leave the setting out.");
        }

        return Refused(need);
    }

    private Lack? Refused(Need need)
    {
        var lists = proof.Collections.Where(collection => collection.Collection == NeedWords.Collection(need)).ToList();
        return NeedWords.Collection(need) is not { } name || lists.Exists(list => list.Whole) || proof.Skipped.Any(skip => NeedWords.Skipped(skip.What).Contains(need))
            ? null
            : Lack(need, $"the proof has no whole list of {name}", $"{ReadAll} again.");
    }

    private static IEnumerable<Lack> Skip(SkipProof skip)
    {
        var needs = NeedWords.Skipped(skip.What);
        return needs.Count == 0
            ? [new Lack(null, skip.What.Length > 0 ? skip.What : "something", skip.Why.TrimEnd('.'), skip.Remedy)]
            : needs.Select(need => new Lack(need, skip.What, skip.Why.TrimEnd('.'), skip.Remedy));
    }

    // A scope brings its API along (sync-resource-types).
    private static List<string> Missing(Need need, string types)
    {
        var asked = types.Split(',');
        return [.. NeedWords.Types(need).Where(type => !asked.Contains(type, StringComparer.Ordinal))];
    }

    private static Lack Lack(Need need, string reason, string remedy) => new(need, NeedWords.Of(need), reason, remedy);

    private static string Short(string text) => text.Length <= 60 ? text : text[..57] + "...";

    private string? Text(string name) => proof.Settings.TryGetValue(name, out var text) ? text : null;

    private bool IsOn(string name) => Text(name) == "true";
}
