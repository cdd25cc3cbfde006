using Auth0Connector.Service.Protocol;
using Auth0Connector.Sync.Mapping;
using Auth0Connector.Vocabulary;
using Options = Auth0Connector.Service.Protocol.CapabilityDetailCredentialOption;

namespace Auth0Connector.Service.Description;

/// <summary>What a connector says of itself: what it is, what it can do with which resources, and the form for a new account.</summary>
public static class ConnectorDescription
{
    /// <summary>What ConductorOne calls the connector.</summary>
    public const string DisplayName = "Auth0";

    // Of an ability of resources in the ecosystem's words (service mode, section 5.1).
    private static readonly (ResourceAbilities Ability, Capability Capability)[] Abilities =
    [
        (ResourceAbilities.None, Capability.Sync),
        (ResourceAbilities.Provision, Capability.Provision),
        (ResourceAbilities.AccountProvisioning, Capability.AccountProvisioning),
        (ResourceAbilities.AccountProvisioning, Capability.CredentialRotation),
        (ResourceAbilities.AccountProvisioning, Capability.ResourceDelete),
        (ResourceAbilities.TargetedSync, Capability.TargetedSync),
    ];

    // What belongs to no resource.
    private static readonly Capability[] OfConnector = [Capability.Actions, Capability.EventFeedV2, Capability.ServiceModeTargetedSync];

    /// <summary>Everything that is said with hello.</summary>
    public static ConnectorMetadata Metadata() => new()
    {
        DisplayName = DisplayName,
        Description = "Who can do what in an Auth0 tenant: users, roles, organizations, groups, APIs and applications.",
        Capabilities = Capabilities(),
        AccountCreationSchema = AccountFields.Schema(),
    };

    /// <summary>What can be read and changed; the same whether changes are switched on or not, as in the ecosystem.</summary>
    public static ConnectorCapabilities Capabilities()
    {
        var types = ResourceTypes.All.OrderBy(static type => type.Id, StringComparer.Ordinal).ToList();
        return new ConnectorCapabilities
        {
            ResourceTypeCapabilities = { types.Select(OfType) },
            ConnectorCapabilities_ = { types.SelectMany(Can).Concat(OfConnector).Distinct().Order() },
            CredentialDetails = new CredentialDetails
            {
                CapabilityAccountProvisioning = new CredentialDetailsAccountProvisioning
                {
                    // A database account that is asked for without a password gets one that nobody knows.
                    SupportedCredentialOptions = { Options.NoPassword, Options.RandomPassword, Options.EncryptedPassword },
                    PreferredCredentialOption = Options.NoPassword,
                },
                CapabilityCredentialRotation = new CredentialDetailsCredentialRotation
                {
                    SupportedCredentialOptions = { Options.RandomPassword, Options.EncryptedPassword },
                    PreferredCredentialOption = Options.RandomPassword,
                },
            },
        };
    }

    private static ResourceTypeCapability OfType(ResourceTypeDefinition type)
    {
        var message = SyncedMessages.Type(type.Id);
        if (type.Trait != ResourceTrait.User)
        {
            // The form of the Go connector, which marks people; applications are marked in the file alone.
            message.Annotations.Clear();
        }

        return new ResourceTypeCapability { ResourceType = message, Capabilities = { Can(type) }, Permissions = new CapabilityPermissions() };
    }

    private static IEnumerable<Capability> Can(ResourceTypeDefinition type) =>
        Abilities.Where(entry => type.Can.HasFlag(entry.Ability)).Select(static entry => entry.Capability).Order();
}
