using Auth0Connector.AccessFile.Messages;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.Service.Protocol;
using Auth0Connector.Vocabulary;
using Google.Protobuf.WellKnownTypes;

namespace Auth0Connector.Service.Events;

/// <summary>The events of a line of the tenant's log, always the same for the same line (auth0.com/docs, log event type codes).</summary>
internal static class LoggedEvents
{
    private const string ManagementWrite = "sapi";
    private const string JoinedOrganization = "organization_member_added";

    // Somebody used an application: signed in, silently or by a password grant. What follows on a sign-in is not told twice.
    private static readonly HashSet<string> SignIns = new(StringComparer.Ordinal) { "s", "ssa", "sepft" };

    // Somebody's account came to be, changed, or went, without the Management API.
    private static readonly HashSet<string> AccountChanges = new(StringComparer.Ordinal)
    {
        "ss", "sui", "sdu", "du", "scu", "sce", "scp", "scpn", "scph", "sv", "sscim",
    };

    /// <summary>What of a line ConductorOne is told, in order.</summary>
    public static IReadOnlyList<Event> Of(LogRecord line)
    {
        var events = line.Type switch
        {
            ManagementWrite => LoggedWrites.Of(line),
            JoinedOrganization when line is { UserId: { Length: > 0 } user, OrganizationId: { Length: > 0 } organization } =>
                [LoggedWrites.Held(isGrant: true, ResourceTypeIds.Organization, organization, EntitlementSlugs.Member, ResourceTypeIds.User, user)],
            { } type when SignIns.Contains(type) => Used(line) is { } used ? [used] : [],
            { } type when AccountChanges.Contains(type) && line.UserId is { Length: > 0 } user => [LoggedWrites.Changed(ResourceTypeIds.User, user)],
            _ => [],
        };
        foreach (var (index, told) in events.Index())
        {
            told.Id = events.Count == 1 ? line.Key! : $"{line.Key}-{index + 1}";
            told.OccurredAt = line.Date is { } date ? Timestamp.FromDateTimeOffset(date) : null;
        }

        return events;
    }

    private static Event? Used(LogRecord line)
    {
        var target = line.ClientId is { Length: > 0 } client ? (ResourceTypeIds.Client, client)
            : line.OrganizationId is { Length: > 0 } organization ? (ResourceTypeIds.Organization, organization)
            : default;
        return target == default || string.IsNullOrEmpty(line.UserId)
            ? null
            : new Event { UsageEvent = new UsageEvent { TargetResource = Thing(target.Item1, target.Item2), ActorResource = Thing(ResourceTypeIds.User, line.UserId) } };
    }

    private static Resource Thing(string type, string id) => new() { Id = new ResourceId { ResourceType = type, Resource = id } };
}
