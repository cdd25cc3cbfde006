using Auth0Connector.Analysis.Listing;
using Auth0Connector.Analysis.Reach;
using Auth0Connector.Cli.Looking;
using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Reaching;

/// <summary>What the flags of <c>who</c> and <c>explain</c> mean by "it".</summary>
internal static class ReachTargets
{
    /// <summary>Exactly one of the flags must be there.</summary>
    public static void Check(ResolvedSettings settings, string command)
    {
        var given = ReachTable.Targets.Where(setting => settings.Given(setting) is not null).ToList();
        if (given.Count != 1)
        {
            var names = string.Join(", ", ReachTable.Targets.Select(setting => "--" + setting.Name));
            throw new ConfigurationException(given.Count == 0
                ? $"{command}: needs one of {names}"
                : $"--{given[0].Name} and --{given[1].Name} exclude each other; give one of them");
        }
    }

    /// <summary>What is to be reached.</summary>
    public static IReadOnlyList<Held> Find(AccessList list, AccessReach reach, ResolvedSettings settings, CancellationToken cancellationToken)
    {
        var entitlementId = settings.Text(ReachTable.Entitlement);
        if ((entitlementId ?? settings.Text(LookTable.Permission)) is { } id && list.OwnerOf(id) is { } owner)
        {
            return [new Held(id, owner.TypeId, owner.Id)];
        }

        if (entitlementId is not null)
        {
            throw new ConfigurationException($"--entitlement: there is no entitlement '{SettingCheck.Shown(entitlementId)}' in the file; 'entitlements' lists them");
        }

        var one = Selection.One(list, settings, cancellationToken, LookTable.Permission, LookTable.Role, LookTable.Organization, LookTable.Group)!;
        return reach.TargetsOn(one.ResourceType, one.Resource, cancellationToken);
    }
}
