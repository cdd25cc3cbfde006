using System.IO.Enumeration;
using Auth0Connector.Analysis.Listing;
using Auth0Connector.Analysis.Model;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Analysis.Findings;

/// <summary>Which rights are privileged: by name, by permission, and because they give one that is.</summary>
public sealed class Privilege
{
    private readonly bool[] _is;

    /// <summary>Works it out for a whole sync.</summary>
    public Privilege(AccessModel model, PrivilegeOptions options)
    {
        var sources = model.Passages.ToLookup(passage => passage.Target, passage => passage.Source);
        var queue = new Queue<int>();
        _is = new bool[model.Rights.Count];
        foreach (var right in model.Rights.Where(right => IsNamed(model.Things[right.Thing], right, options)))
        {
            Mark(right.Index);
        }

        // A role inside an organization is as privileged as the role itself.
        Spread();
        var roles = model.Rights.Where(right => _is[right.Index]).Select(right => model.Things[right.Thing]).Where(thing => thing.Kind == ThingKind.Role).Select(thing => thing.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var right in model.Rights.Where(right => model.RoleHeldIn(right) is { } role && roles.Contains(role.Id)))
        {
            Mark(right.Index);
        }

        Spread();

        void Mark(int right)
        {
            if (!_is[right])
            {
                _is[right] = true;
                queue.Enqueue(right);
            }
        }

        void Spread()
        {
            while (queue.TryDequeue(out var right))
            {
                foreach (var source in sources[right])
                {
                    Mark(source);
                }
            }
        }
    }

    /// <summary>Whether a right is privileged.</summary>
    public bool Is(int right) => _is[right];

    /// <summary>Whether somebody reaches a privileged right.</summary>
    public bool Has(Account account) => account.Reached.Any(Is);

    private static bool IsNamed(Thing thing, Right right, PrivilegeOptions options) => thing.Kind switch
    {
        ThingKind.Role => right.Slug != EntitlementSlugs.HasPermission && Fits(options.Names, thing.Name, string.Empty),
        ThingKind.Group => Fits(options.Names, thing.Name, string.Empty),
        ThingKind.Permission => Fits(options.Permissions, thing.Id, "*:"),
        _ => false,
    };

    private static bool Fits(IReadOnlyList<string> patterns, string text, string before) =>
        patterns.Any(pattern => FileSystemName.MatchesSimpleExpression(before + pattern, text));
}
