using Auth0Connector.AccessFile.Comparison;
using Auth0Connector.Analysis.Differences;
using Auth0Connector.Cli.Look;
using Auth0Connector.Cli.Output;

namespace Auth0Connector.Cli.Diff;

/// <summary>
/// A comparison as a reviewer reads it: who and what came and went, then who gained what and who lost what, person by
/// person. Rows pass one by one.
/// </summary>
internal sealed class DiffPage(AccessDiff diff, DiffScope scope, IDiffStyle style)
{
    private readonly SortedDictionary<string, long> _counts = new(StringComparer.Ordinal);
    private readonly DiffText _text = new(style.Safe);
    private long _activity;

    /// <summary>How many changes were written.</summary>
    public long Count { get; private set; }

    /// <summary>Writes it all.</summary>
    public void Write(CancellationToken cancellationToken)
    {
        if (scope.Resources)
        {
            Things(diff.Resources(cancellationToken), change => _text.Heading(change.Type), change => _text.Name(change.Resource), "resources");
        }

        if (scope.Entitlements)
        {
            Things(
                diff.Entitlements(cancellationToken),
                _ => "What can be held",
                change => $"{_text.Name(change.Resource)}: {style.Safe(GrantColumns.Slug(change.Entitlement))}",
                "entitlements");
        }

        if (scope.Grants)
        {
            Holders("Gained", RowChange.Added, cancellationToken);
            Holders("Lost", RowChange.Removed, cancellationToken);
            Holders("Held otherwise", RowChange.Changed, cancellationToken);
        }

        style.End(Closing());
    }

    private void Things<T>(IEnumerable<T> changes, Func<T, string> heading, Func<T, string> name, string kind)
        where T : Difference
    {
        string? last = null;
        foreach (var change in changes)
        {
            if (!Counts(change, kind))
            {
                continue;
            }

            var own = heading(change);
            if (own != last)
            {
                style.Heading(own);
                last = own;
            }

            style.Item(change.Kind, name(change) + _text.Fields(change, scope.Activity), depth: 0);
        }
    }

    private void Holders(string heading, RowChange which, CancellationToken cancellationToken)
    {
        var isFirst = true;
        var last = string.Empty;
        foreach (var change in diff.Grants(which, cancellationToken).Where(change => Counts(change, "grants")))
        {
            if (isFirst)
            {
                style.Heading(heading);
            }

            var holder = $"{change.Principal.Id?.ResourceType}\n{change.Principal.Id?.Resource}";
            if (isFirst || holder != last)
            {
                style.Holder(_text.Name(change.Principal));
                last = holder;
            }

            isFirst = false;
            style.Item(which, _text.Held(change) + _text.Fields(change, scope.Activity), depth: 1);
        }
    }

    private bool Counts(Difference change, string kind)
    {
        if (!scope.Includes(change))
        {
            _activity++;
            return false;
        }

        Count++;
        var word = $"{kind} {change.Kind.ToString().ToLowerInvariant()}";
        _counts[word] = _counts.GetValueOrDefault(word) + 1;
        return true;
    }

    // "1 grant added", "2 grants added"
    private static string Counted(KeyValuePair<string, long> count) =>
        $"{Amount.Count(count.Value)} {(count.Value == 1 ? count.Key.Replace("s ", " ", StringComparison.Ordinal) : count.Key)}";

    private string Closing()
    {
        var total = Count == 0 ? "Nothing differs." : $"In all: {string.Join(", ", _counts.Select(Counted))}.";
        return _activity == 0 ? total : $"{total} {Amount.Count(_activity)} changed by mere use only (--activity shows them).";
    }
}
