using Auth0Connector.Analysis.Listing;
using Auth0Connector.Analysis.Reach;
using Auth0Connector.Cli.Look;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Reach;

/// <summary>What the flags of <c>who</c> and <c>explain</c> mean by "it".</summary>
internal static class ReachTargets
{
    /// <summary>Exactly one of the flags must be there.</summary>
    public static void Check(ResolvedSettings settings, string command)
    {
        var given = ReachFlags.Targets.Where(setting => settings.Given(setting) is not null).ToList();
        if (given.Count != 1)
        {
            var names = string.Join(", ", ReachFlags.Targets.Select(setting => "--" + setting.Name));
            throw new UsageException(given.Count == 0
                ? $"{command}: needs one of {names}"
                : $"--{given[0].Name} and --{given[1].Name} exclude each other; give one of them");
        }
    }

    /// <summary>What is to be reached.</summary>
    public static IReadOnlyList<Held> Find(AccessList list, AccessReach reach, ResolvedSettings settings, CancellationToken cancellationToken)
    {
        var entitlementId = settings.Text(ReachFlags.Entitlement);
        if ((entitlementId ?? settings.Text(LookFlags.Permission)) is { } id && list.OwnerOf(id) is { } owner)
        {
            return [new Held(id, owner.TypeId, owner.Id)];
        }

        if (entitlementId is not null)
        {
            throw new UsageException($"--entitlement: there is no entitlement '{Printable.Short(entitlementId)}' in the file; 'entitlements' lists them");
        }

        var one = ChosenRows.One(list, settings, cancellationToken, LookFlags.Permission, LookFlags.Role, LookFlags.Organization, LookFlags.Group)!;
        return reach.TargetsOn(one.ResourceType, one.Resource, cancellationToken);
    }
}
