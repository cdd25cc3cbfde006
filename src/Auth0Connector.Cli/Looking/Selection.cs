using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.Analysis.Listing;
using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Looking;

/// <summary>Which rows the flags of a command pick.</summary>
internal static class Selection
{
    private static readonly IReadOnlyDictionary<string, ThingKind> Kinds = new Dictionary<string, ThingKind>(StringComparer.Ordinal)
    {
        [LookTable.User.Name] = ThingKind.User,
        [LookTable.Role.Name] = ThingKind.Role,
        [LookTable.Organization.Name] = ThingKind.Organization,
        [LookTable.Group.Name] = ThingKind.Group,
        [LookTable.Permission.Name] = ThingKind.Permission,
    };

    /// <summary>The one thing that the settings name; null if none is given.</summary>
    public static ResourceId? One(AccessList list, ResolvedSettings settings, CancellationToken cancellationToken, params IReadOnlyList<SettingDefinition> things)
    {
        var given = things.Where(thing => settings.Given(thing) is not null).ToList();
        if (given.Count > 1)
        {
            throw new ConfigurationException($"--{given[0].Name} and --{given[1].Name} exclude each other; give one of them");
        }

        return given is [var only] ? NamedThing.Find(list, settings, only, Kinds[only.Name], cancellationToken)?.Id : null;
    }

    /// <summary>The flags of grants that do not go together, as in the ecosystem's reader.</summary>
    public static void CheckGrants(ResolvedSettings settings)
    {
        if (settings.Given(LookTable.Resource) is not null && settings.Given(LookTable.ResourceType) is null)
        {
            throw new ConfigurationException("--resource: needs --resource-type; ids are only unique within a type");
        }

        if (settings.Given(LookTable.Resource) is not null && settings.Given(LookTable.Entitlement) is not null)
        {
            throw new ConfigurationException("--resource and --entitlement exclude each other; give one of them");
        }
    }

    /// <summary>Which grants are meant.</summary>
    public static GrantFilter Grants(AccessList list, ResolvedSettings settings, CancellationToken cancellationToken)
    {
        var user = One(list, settings, cancellationToken, LookTable.User);
        var held = One(list, settings, cancellationToken, LookTable.Role, LookTable.Organization);
        return new GrantFilter
        {
            ResourceTypeId = held?.ResourceType ?? settings.Text(LookTable.ResourceType),
            ResourceId = held?.Resource ?? settings.Text(LookTable.Resource),
            EntitlementId = settings.Text(LookTable.Entitlement),
            PrincipalTypeId = user?.ResourceType,
            PrincipalId = user?.Resource,
        };
    }
}
