using Auth0Connector.AccessFile.Format;
using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.AccessFile.Staging;
using Google.Protobuf.WellKnownTypes;

namespace Auth0Connector.Testing.Samples;

/// <summary>
/// A small tenant in a real access file. Ada is in Finance, which is in Staff; Finance holds the role Accountant, which has
/// read:invoices; Bob holds Accountant himself and is in Staff; Carol is blocked and Admin in acme; Dan has nothing.
/// </summary>
public sealed class SampleTenant
{
    private readonly List<Resource> _resources = [];
    private readonly List<Entitlement> _entitlements = [];
    private readonly List<(Grant Grant, GrantExpandable? Expandable)> _grants = [];

    /// <summary>The tenant, or one with nobody in it.</summary>
    public SampleTenant(bool isEmpty = false)
    {
        if (isEmpty)
        {
            return;
        }

        Person("auth0|ada", "Ada Lovelace", "ada@example.com");
        Person("auth0|bob", "Bob", "bob@example.com");
        Person("auth0|carol", "Carol", "carol@example.com", isBlocked: true);
        Person("auth0|dan", "Dan", "dan@example.com");
        Thing("role", "rol_accountant", "Accountant", "assigned");
        Thing("role", "rol_admin", "Admin", "assigned");
        Thing("organization", "org_acme", "acme", "member", "rol_admin");
        Thing("group", "grp_finance", "Finance", "member");
        Thing("group", "grp_staff", "Staff", "member");
        Thing("scope", "https://billing/:read:invoices", "Billing/read:invoices", "granted");
        Thing("scope", "https://other/:read:invoices", "Other/read:invoices", "granted");
        Thing("scope", "https://billing/:write:invoices", "Billing/write:invoices", "granted");
        Grant("group:grp_finance:member", "user", "auth0|ada");
        Grant("group:grp_staff:member", "user", "auth0|bob");
        Grant("group:grp_staff:member", "group", "grp_finance", passesOn: "group:grp_finance:member");
        Grant("role:rol_accountant:assigned", "user", "auth0|bob");
        Grant("role:rol_accountant:assigned", "group", "grp_finance", passesOn: "group:grp_finance:member");
        Grant("scope:https://billing/:read:invoices:granted", "role", "rol_accountant", passesOn: "role:rol_accountant:assigned");
        Grant("organization:org_acme:member", "user", "auth0|carol");
        Grant("organization:org_acme:rol_admin", "user", "auth0|carol");
    }

    /// <summary>Adds a person, in place of one with the same id.</summary>
    public SampleTenant Person(string id, string name, string email, bool isBlocked = false, long lastLogin = 1_790_000_000)
    {
        _resources.RemoveAll(resource => resource.Id.Resource == id);
        _resources.Add(new Resource
        {
            Id = new ResourceId { ResourceType = "user", Resource = id },
            DisplayName = name,
            Status = new Status { Status_ = isBlocked ? Status.Types.ResourceStatus.Disabled : Status.Types.ResourceStatus.Enabled },
            Profile = new ProfileBuilder().Add("email", email).Add("first_name", name.Split(' ')[0]).Add("last_name", name.Split(' ')[^1]).Add("user_id", id).Build(),
            Annotations =
            {
                Annotation.Pack(new UserTrait
                {
                    Emails = { new UserTrait.Types.Email { Address = email, IsPrimary = true } },
                    Login = email,
                    LastLogin = new Timestamp { Seconds = lastLogin },
                    Profile = new ProfileBuilder().Add("user_id", id).Build(),
                }),
            },
        });
        return this;
    }

    /// <summary>Changes what is said of a person or a thing.</summary>
    public SampleTenant Change(string id, Action<Resource> change)
    {
        var resource = _resources.Single(resource => resource.Id.Resource == id);
        change(resource);
        _entitlements.Where(entitlement => entitlement.Resource.Id.Resource == id).ToList().ForEach(entitlement => entitlement.Resource = resource);
        return this;
    }

    /// <summary>Changes the trait of a person.</summary>
    public SampleTenant Trait(string id, Action<UserTrait> change) => Change(id, resource =>
    {
        var trait = Annotation.Find<UserTrait>(resource.Annotations)!;
        change(trait);
        resource.Annotations.Clear();
        resource.Annotations.Add(Annotation.Pack(trait));
    });

    /// <summary>Says something of the last grant, as a client grant does.</summary>
    public SampleTenant Metadata(ProfileBuilder metadata)
    {
        _grants[^1].Grant.Annotations.Add(Annotation.Pack(new GrantMetadata { Metadata = metadata.Build() }));
        return this;
    }

    /// <summary>Adds a thing and what can be held of it.</summary>
    public SampleTenant Thing(string type, string id, string name, params string[] slugs)
    {
        var resource = SampleMessages.Thing(type, id, name);
        _resources.Add(resource);
        foreach (var slug in slugs)
        {
            var entitlement = SampleMessages.Entitlement(resource, slug);
            entitlement.Description = $"{slug} of {name}";
            _entitlements.Add(entitlement);
        }

        return this;
    }

    /// <summary>Lets somebody hold something.</summary>
    public SampleTenant Grant(
        string entitlementId, string principalType, string principalId, string? passesOn = null, bool isShallow = false, string? source = null, string[]? passes = null)
    {
        var entitlement = _entitlements.Find(entitlement => entitlement.Id == entitlementId)!;
        var grant = new Grant
        {
            Id = AccessIds.Grant(entitlementId, principalType, principalId),
            Entitlement = new Entitlement { Id = entitlementId, Resource = entitlement.Resource },
            Principal = SampleMessages.Bare(principalType, principalId),
        };
        if (source is not null)
        {
            grant.Sources = new GrantSources { Sources = { [source] = new GrantSources.Types.GrantSource() } };
        }

        _grants.Add((grant, passesOn is null ? null : new GrantExpandable { EntitlementIds = { passesOn }, Shallow = isShallow, ResourceTypeIds = { passes ?? ["user"] } }));
        return this;
    }

    /// <summary>Takes somebody away with all that is held.</summary>
    public SampleTenant Without(string principalId)
    {
        _resources.RemoveAll(resource => resource.Id.Resource == principalId);
        _grants.RemoveAll(grant => grant.Grant.Principal.Id.Resource == principalId);
        return this;
    }

    /// <summary>Writes it as a sync would; or with its types called otherwise, as another writer would call them.</summary>
    public string Write(string path, bool isExpanded = false, Func<string, string>? rename = null)
    {
        var names = new RenamedTypes(rename ?? (static type => type));
        return SampleFile.Write(
            path,
            [
                new StagedBatch
                {
                    ResourceTypes = [.. Types().Concat(OptionalTypes().Where(type => _resources.Exists(resource => resource.Id.ResourceType == type.Id))).Select(names.Of).Select(StagedResourceType.From)],
                    Resources = [.. _resources.Select(names.Of).Select(StagedResource.From)],
                    Entitlements = [.. _entitlements.Select(names.Of).Select(StagedEntitlement.From)],
                    Grants = [.. _grants.Select(grant => StagedGrant.From(names.Of(grant.Grant), names.Of(grant.Expandable)))],
                },
            ],
            isExpanded);
    }

    /// <summary>Opens what was written.</summary>
    public static AccessFileReader Open(string path) => AccessFileReader.Open(path, new AccessFileReaderOptions(), CancellationToken.None);

    private static IEnumerable<ResourceType> Types() =>
    [
        new() { Id = "user", DisplayName = "User", Traits = { ResourceType.Types.Trait.User } },
        new() { Id = "role", DisplayName = "Role", Traits = { ResourceType.Types.Trait.Role } },
        new() { Id = "organization", DisplayName = "Organization", Traits = { ResourceType.Types.Trait.Group } },
        new() { Id = "group", DisplayName = "Group", Traits = { ResourceType.Types.Trait.Group } },
        new() { Id = "scope", DisplayName = "Scope" },
    ];

    private static IEnumerable<ResourceType> OptionalTypes() =>
    [
        new() { Id = "resource_server", DisplayName = "API" },
        new() { Id = "client", DisplayName = "Application", Traits = { ResourceType.Types.Trait.App } },
    ];
}
