using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.Analysis.Listing;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Look;

/// <summary>Which rows the flags of a command pick.</summary>
internal static class ChosenRows
{
    private static readonly IReadOnlyDictionary<string, ThingKind> Kinds = new Dictionary<string, ThingKind>(StringComparer.Ordinal)
    {
        [LookFlags.User.Name] = ThingKind.User,
        [LookFlags.Role.Name] = ThingKind.Role,
        [LookFlags.Organization.Name] = ThingKind.Organization,
        [LookFlags.Group.Name] = ThingKind.Group,
        [LookFlags.Permission.Name] = ThingKind.Permission,
    };

    /// <summary>The one thing that the settings name; null if none is given.</summary>
    public static ResourceId? One(AccessList list, ResolvedSettings settings, CancellationToken cancellationToken, params IReadOnlyList<SettingDefinition> things)
    {
        var given = things.Where(thing => settings.Given(thing) is not null).ToList();
        if (given.Count > 1)
        {
            throw new UsageException($"--{given[0].Name} and --{given[1].Name} exclude each other; give one of them");
        }

        return given is [var only] ? NamedThing.Find(list, settings, only, Kinds[only.Name], cancellationToken)?.Id : null;
    }

    /// <summary>The flags of grants that do not go together, as in the ecosystem's reader.</summary>
    public static void CheckGrants(ResolvedSettings settings)
    {
        if (settings.Given(LookFlags.Resource) is not null && settings.Given(LookFlags.ResourceType) is null)
        {
            throw new UsageException("--resource: needs --resource-type; ids are only unique within a type");
        }

        if (settings.Given(LookFlags.Resource) is not null && settings.Given(LookFlags.Entitlement) is not null)
        {
            throw new UsageException("--resource and --entitlement exclude each other; give one of them");
        }
    }

    /// <summary>Which grants are meant.</summary>
    public static GrantFilter Grants(AccessList list, ResolvedSettings settings, CancellationToken cancellationToken)
    {
        var user = One(list, settings, cancellationToken, LookFlags.User);
        var held = One(list, settings, cancellationToken, LookFlags.Role, LookFlags.Organization);
        return new GrantFilter
        {
            ResourceTypeId = held?.ResourceType ?? settings.Text(LookFlags.ResourceType),
            ResourceId = held?.Resource ?? settings.Text(LookFlags.Resource),
            EntitlementId = settings.Text(LookFlags.Entitlement),
            PrincipalTypeId = user?.ResourceType,
            PrincipalId = user?.Resource,
        };
    }
}
