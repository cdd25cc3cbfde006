using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Staging;
using Google.Protobuf.WellKnownTypes;

namespace Auth0Connector.Browser.Tests;

/// <summary>
/// A tenant of any size in a real access file. Person N is in organization N mod 20; every tenth holds the role Support, every
/// hundredth Administrator, by the group Operators; person 3 is called as if the page would run it.
/// </summary>
internal static class ReviewTenant
{
    public const string Evil = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">";

    private const int Batch = 10_000;
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    public static string Write(string path, int people, bool withPermissions = true) =>
        SampleFile.Write(path, People(people).Prepend(Things(withPermissions)));

    private static IEnumerable<StagedBatch> People(int people) => Enumerable.Range(0, people).Chunk(Batch).Select(numbers => new StagedBatch
    {
        Resources = [.. numbers.Select(number => StagedResource.From(Person(number)))],
        Grants = [.. numbers.SelectMany(Held).Select(grant => StagedGrant.From(grant, null))],
    });

    private static StagedBatch Things(bool withPermissions)
    {
        var organizations = Enumerable.Range(0, 20).Select(number => SampleMessages.Thing("organization", $"org_{number:00}", $"Organization {number:00}")).ToList();
        var group = SampleMessages.Thing("group", "grp_operators", "Operators");
        var administrator = SampleMessages.Thing("role", "rol_admin", "Administrator");
        var support = SampleMessages.Thing("role", "rol_support", "Support");
        var scope = SampleMessages.Thing("scope", "https://billing/:read:invoices", "Billing/read:invoices");
        return new StagedBatch
        {
            ResourceTypes =
            [
                StagedResourceType.From(new ResourceType { Id = "user", DisplayName = "User", Traits = { ResourceType.Types.Trait.User } }),
                StagedResourceType.From(new ResourceType { Id = "role", DisplayName = "Role", Traits = { ResourceType.Types.Trait.Role } }),
                StagedResourceType.From(new ResourceType { Id = "organization", DisplayName = "Organization", Traits = { ResourceType.Types.Trait.Group } }),
                StagedResourceType.From(new ResourceType { Id = "group", DisplayName = "Group", Traits = { ResourceType.Types.Trait.Group } }),
                .. withPermissions ? new[] { StagedResourceType.From(new ResourceType { Id = "scope", DisplayName = "Scope" }) } : [],
            ],
            Resources = [.. organizations.Append(group).Append(administrator).Append(support).Concat(withPermissions ? [scope] : []).Select(StagedResource.From)],
            Entitlements =
            [
                .. organizations.Append(group).Select(thing => StagedEntitlement.From(SampleMessages.Entitlement(thing, "member"))),
                StagedEntitlement.From(SampleMessages.Entitlement(administrator, "assigned")),
                StagedEntitlement.From(SampleMessages.Entitlement(support, "assigned")),
                .. withPermissions ? new[] { StagedEntitlement.From(SampleMessages.Entitlement(scope, "granted")) } : [],
            ],
            Grants =
            [
                StagedGrant.From(SampleMessages.Grant("role", "rol_admin", "assigned", "group", "grp_operators"), Through("group:grp_operators:member")),
                .. withPermissions ? new[] { StagedGrant.From(SampleMessages.Grant("scope", "https://billing/:read:invoices", "granted", "role", "rol_admin"), Through("role:rol_admin:assigned")) } : [],
            ],
        };
    }

    private static Resource Person(int number)
    {
        var trait = new UserTrait { Profile = new ProfileBuilder().Add("connection", number % 3 == 0 ? "google-workspace" : "Username-Password").Build() };
        trait.Emails.Add(new UserTrait.Types.Email { Address = $"person{number}@example.com", IsPrimary = true });
        if (number % 7 != 0)
        {
            trait.LastLogin = Timestamp.FromDateTimeOffset(Now.AddDays(-(number % 400)));
        }

        return new Resource
        {
            Id = new ResourceId { ResourceType = "user", Resource = $"auth0|{number}" },
            DisplayName = number == 3 ? Evil : $"Person {number:000000}",
            Status = new Status { Status_ = number % 50 == 9 ? Status.Types.ResourceStatus.Disabled : Status.Types.ResourceStatus.Enabled },
            CreatedAt = Timestamp.FromDateTimeOffset(Now.AddDays(-500)),
            Annotations = { Annotation.Pack(trait) },
        };
    }

    private static IEnumerable<Grant> Held(int number)
    {
        yield return SampleMessages.Grant("organization", $"org_{number % 20:00}", "member", "user", $"auth0|{number}");
        if (number % 10 == 0)
        {
            yield return SampleMessages.Grant("role", "rol_support", "assigned", "user", $"auth0|{number}");
        }

        if (number % 100 == 0)
        {
            yield return SampleMessages.Grant("group", "grp_operators", "member", "user", $"auth0|{number}");
        }
    }

    private static GrantExpandable Through(string entitlementId) => new() { EntitlementIds = { entitlementId }, ResourceTypeIds = { "user" } };
}
