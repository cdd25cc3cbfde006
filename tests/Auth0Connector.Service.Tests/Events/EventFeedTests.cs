using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Writes;
using Auth0Connector.MockTenant;
using Auth0Connector.Service.Events;
using Auth0Connector.Service.Protocol;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using ServiceTask = Auth0Connector.Service.Protocol.Task;
using Task = System.Threading.Tasks.Task;

namespace Auth0Connector.Service.Tests.Events;

/// <summary>What happens in the tenant is told once each, whatever the size of a page.</summary>
public sealed class EventFeedTests
{
    private static readonly MockTenantOptions Tenant = new() { Users = 60, Scopes = [.. MockTenantScopes.Read, .. MockTenantScopes.Write, .. MockTenantScopes.Log] };

    public static TheoryData<int> PageSizes => [1, 2, 3, 7, 100, 250, 1000, 0];

    /// <summary>Cursors that are none of the feed.</summary>
    public static TheoryData<string> Foreign =>
    [
        "x", "v1", "v1::::", "v2:1::0:", "v1:1::0:5", "v1:1::-1:", "v1:1::x:", "v1:::0:x", "v1:::0:-5", "v1:::0:99999999999999999", "v1:a b::0:", "v1:1:a b:0:", "v1:1:0:",
        "v1:" + new string('1', 300) + "::0:", new string('1', 5000),
    ];

    [Fact]
    public async Task There_is_one_feed()
    {
        await using var bench = await Bench.StartAsync(Tenant);

        var feed = Assert.Single(Assert.IsType<ListEventFeedsResponse>((await EventFeeds.ListFeedsAsync(new ServiceTask { ListEventFeeds = new() }, CancellationToken.None)).Response).List);

        Assert.Equal("auth0-log", feed.Id);
        Assert.Equal([EventType.Usage, EventType.ResourceChange, EventType.CreateGrant, EventType.CreateRevoke], feed.SupportedEventTypes);
    }

    [Theory]
    [MemberData(nameof(PageSizes))]
    public async Task Everything_that_happens_is_told_once_and_in_order(int pageSize)
    {
        await using var bench = await Bench.StartAsync(Tenant);
        var cursor = (await bench.ListAsync()).Cursor;
        var expected = await bench.HappenAsync();

        var told = await bench.ReadAllAsync(cursor, pageSize);

        Assert.Equal(expected, told.Select(Words));
        Assert.Equal(told.Count, told.Select(static one => one.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.All(told, static one => Assert.NotNull(one.OccurredAt));
    }

    [Fact]
    public async Task A_feed_that_nobody_read_begins_now_and_goes_on()
    {
        await using var bench = await Bench.StartAsync(Tenant);
        bench.Server.Happen("s", "auth0|before", "app");

        var head = await bench.ListAsync();
        Assert.Empty(head.Events);
        Assert.False(head.HasMore);
        var again = await bench.ListAsync(head.Cursor);
        Assert.Empty(again.Events);
        Assert.Equal(head.Cursor, again.Cursor);

        bench.Server.Happen("s", "auth0|after", "app");
        Assert.Equal(["used client app user auth0|after"], (await bench.ReadAllAsync(again.Cursor, 10)).Select(Words));
    }

    [Fact]
    public async Task A_feed_begins_where_it_is_asked_to()
    {
        await using var bench = await Bench.StartAsync(Tenant);
        bench.Server.Happen("s", "auth0|1", "app");
        bench.Server.Happen("s", "auth0|2", "app");

        var all = await bench.ListAsync(startAt: DateTimeOffset.UnixEpoch);
        Assert.Equal(["used client app user auth0|1", "used client app user auth0|2"], all.Events.Select(Words));

        var none = await bench.ListAsync(startAt: TimeProvider.System.GetUtcNow().AddHours(1));
        Assert.Empty(none.Events);
        Assert.False(none.HasMore);
    }

    [Fact]
    public async Task What_fell_out_of_the_log_is_said_and_the_rest_is_told()
    {
        await using var bench = await Bench.StartAsync(Tenant with { LogLines = 3 });
        bench.Server.Happen("s", "auth0|0", "app");
        var cursor = (await bench.ListAsync()).Cursor;
        for (var number = 1; number <= 6; number++)
        {
            bench.Server.Happen("s", $"auth0|{number}", "app");
        }

        Assert.Equal(["used client app user auth0|4", "used client app user auth0|5", "used client app user auth0|6"], (await bench.ReadAllAsync(cursor, 10)).Select(Words));
        Assert.Contains(bench.Log.Lines, static line => line.Text.Contains("no longer keeps the line", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    public async Task A_refusal_that_is_not_of_the_line_leads_back_to_nothing(int status)
    {
        var isRefused = false;
        await using var bench = await Bench.StartAsync(Tenant with
        {
            Script = request => isRefused && request.Endpoint == "GET /logs" ? MockFault.Json($$"""{"statusCode":{{status}},"error":"Refused","message":"something else"}""", status) : null,
        });
        bench.Server.Happen("s", "auth0|told", "app");
        var cursor = (await bench.ListAsync()).Cursor;
        bench.Server.Happen("s", "auth0|next", "app");

        isRefused = true;
        var refused = await bench.TryListAsync(new() { EventFeedId = EventFeeds.FeedId, Cursor = cursor });
        Assert.Null(refused.Response);

        isRefused = false;
        Assert.Equal(["used client app user auth0|next"], (await bench.ReadAllAsync(cursor, 10)).Select(Words));
    }

    [Fact]
    public async Task Where_the_tenant_hides_what_was_sent_only_the_thing_is_told()
    {
        await using var bench = await Bench.StartAsync(Tenant with { LogBodies = false });
        var cursor = (await bench.ListAsync()).Cursor;
        var (user, role, organization) = bench.Some();

        await bench.Client.SendAsync(ApiWrites.UserRole(gives: true, user, role), CancellationToken.None);
        await bench.Client.SendAsync(ApiWrites.Members(gives: true, organization, [user]), CancellationToken.None);

        Assert.Equal([$"changed user {user}", $"changed organization {organization}"], (await bench.ReadAllAsync(cursor, 10)).Select(Words));
    }

    [Theory]
    [InlineData("rol_1,rol_2,rol_1", 2)]
    [InlineData("*****", 0)]
    [InlineData("rol_1,*****", 0)]
    [InlineData("rol_1,", 0)]
    public void A_list_that_is_hidden_in_part_tells_nothing_but_the_thing(string roles, int given)
    {
        var list = string.Join(',', roles.Split(',').Select(static role => $"\"{role}\""));
        var json = """{"log_id":"1","type":"sapi","details":{"request":{"method":"post","path":"/api/v2/users/auth0%7C1/roles","body":{"roles":["""
            + list + """]}},"response":{"statusCode":204}}}""";
        var line = System.Text.Json.JsonSerializer.Deserialize(json, Auth0Connector.ManagementApi.Records.ManagementApiJson.Default.LogRecord)!;

        var told = LoggedEvents.Of(line);

        Assert.Equal(given, told.Count(static one => one.EventCase == Event.EventOneofCase.CreateGrantEvent));
        Assert.Equal(given == 0, told is [{ ResourceChangeEvent.ResourceId.Resource: "auth0|1" }]);
    }

    [Fact]
    public async Task A_line_that_was_begun_and_fell_out_hides_nothing_of_the_next()
    {
        await using var bench = await Bench.StartAsync(Tenant with { LogLines = 2 });
        var (_, _, organization) = bench.Some();
        var users = bench.Server.Truth.Users.Select(static one => one.Id).Take(4).ToList();
        bench.Server.Happen("s", "auth0|0", "app");
        var cursor = (await bench.ListAsync()).Cursor;
        await bench.Client.SendAsync(ApiWrites.Members(gives: true, organization, users), CancellationToken.None);
        var begun = await bench.ListAsync(cursor, 3);
        Assert.Equal((3, true), (begun.Events.Count, begun.HasMore));

        bench.Server.Happen("s", "auth0|1", "app");
        await bench.Client.SendAsync(ApiWrites.Members(gives: false, organization, users), CancellationToken.None);

        Assert.Equal(
            ["used client app user auth0|1", .. users.Select(one => $"lost organization:{organization}:member user {one}")],
            (await bench.ReadAllAsync(begun.Cursor, 3)).Select(Words));
    }

    [Fact]
    public async Task Lines_that_tell_nothing_cost_pages_and_no_events()
    {
        await using var bench = await Bench.StartAsync(Tenant);
        var cursor = (await bench.ListAsync()).Cursor;
        for (var number = 0; number < 250; number++)
        {
            bench.Server.Happen("fp", "auth0|1", "app");
        }

        bench.Server.Happen("s", "auth0|1", "app");
        var answer = await bench.ListAsync(cursor, 5);

        Assert.Single(answer.Events);
        Assert.False(answer.HasMore);
    }

    [Theory]
    [MemberData(nameof(Foreign))]
    public async Task A_cursor_of_others_is_refused(string cursor)
    {
        await using var bench = await Bench.StartAsync(Tenant);

        var outcome = await bench.TryListAsync(new() { EventFeedId = EventFeeds.FeedId, Cursor = cursor });

        Assert.Equal((StatusCode.InvalidArgument, false), (outcome.Code, outcome.Retryable));
    }

    [Theory]
    [InlineData("", "error: event feed id baton_feed_event not found")]
    [InlineData("other", "error: event feed id other not found")]
    public async Task Another_feed_is_not_found(string feed, string why)
    {
        await using var bench = await Bench.StartAsync(Tenant);

        var outcome = await bench.TryListAsync(new() { EventFeedId = feed });

        Assert.Equal((StatusCode.NotFound, why), (outcome.Code, outcome.Message));
    }

    [Fact]
    public async Task Without_the_scope_it_is_said_which()
    {
        await using var bench = await Bench.StartAsync(Tenant with { Scopes = MockTenantScopes.Read });

        var outcome = await bench.TryListAsync(new() { EventFeedId = EventFeeds.FeedId });

        Assert.Equal((StatusCode.PermissionDenied, true), (outcome.Code, outcome.Retryable));
        Assert.Contains("read:logs", outcome.Message, StringComparison.Ordinal);
    }

    private static string Words(Event told) => told.EventCase switch
    {
        Event.EventOneofCase.UsageEvent => $"used {Id(told.UsageEvent.TargetResource)} {Id(told.UsageEvent.ActorResource)}",
        Event.EventOneofCase.ResourceChangeEvent => $"changed {told.ResourceChangeEvent.ResourceId.ResourceType} {told.ResourceChangeEvent.ResourceId.Resource}",
        Event.EventOneofCase.CreateGrantEvent => $"got {told.CreateGrantEvent.Entitlement.Id} {Id(told.CreateGrantEvent.Principal)}",
        Event.EventOneofCase.CreateRevokeEvent => $"lost {told.CreateRevokeEvent.Entitlement.Id} {Id(told.CreateRevokeEvent.Principal)}",
        _ => "nothing",
    };

    private static string Id(Auth0Connector.AccessFile.Messages.Resource resource) => $"{resource.Id.ResourceType} {resource.Id.Resource}";

    private sealed class Bench(MockTenantServer server, RecordingLog log) : IAsyncDisposable
    {
        public MockTenantServer Server => server;

        public RecordingLog Log => log;

        public ManagementApiClient Client { get; } = new(server.ApiOptions(), log, TimeProvider.System);

        public EventFeeds Feeds => new(Client, TimeProvider.System, log);

        public static async Task<Bench> StartAsync(MockTenantOptions options) => new(await MockTenantServer.StartAsync(options, CancellationToken.None), new RecordingLog());

        public (string User, string Role, string Organization) Some() => (
            server.Truth.Users.Select(static user => user.Id).First(static id => id.Contains('|', StringComparison.Ordinal)),
            server.Truth.Roles.Select(static role => role.Id).First(),
            server.Truth.Organizations.Select(static organization => organization.Id).First());

        /// <summary>One of each kind of thing that can happen; what is told of it, in order.</summary>
        public async Task<IReadOnlyList<string>> HappenAsync()
        {
            var (user, role, organization) = Some();
            var users = server.Truth.Users.Select(static one => one.Id).Take(5).ToList();
            var group = server.Truth.Groups.Select(static one => one.Id).First();
            var expected = new List<string>();
            await WriteAsync(ApiWrites.UserRole(gives: true, user, role), $"got role:{role}:assigned user {user}");
            await WriteAsync(ApiWrites.UserRole(gives: false, user, role), $"lost role:{role}:assigned user {user}");
            await WriteAsync(ApiWrites.Members(gives: true, organization, users), [.. users.Select(one => $"got organization:{organization}:member user {one}")]);
            await WriteAsync(ApiWrites.MemberRole(gives: true, organization, users[0], role), $"got organization:{organization}:{role} user {users[0]}");
            await WriteAsync(ApiWrites.MemberRole(gives: false, organization, users[0], role), $"lost organization:{organization}:{role} user {users[0]}");
            await WriteAsync(ApiWrites.Members(gives: false, organization, users), [.. users.Select(one => $"lost organization:{organization}:member user {one}")]);
            await WriteAsync(ApiWrites.GroupRole(gives: true, group, role), $"got role:{role}:assigned group {group}");
            await WriteAsync(ApiWrites.OrganizationGroupRole(gives: true, organization, group, role), $"got organization:{organization}:{role} group {group}");
            await WriteAsync(ApiWrites.Blocked(user, blocked: true), $"changed user {user}");
            await WriteAsync(ApiWrites.DeleteUser(user), $"changed user {user}");
            Happen("s", "auth0|日本:a/b%|x", "app", organization: null, "used client app user auth0|日本:a/b%|x");
            Happen("ssa", "auth0|1", client: null, organization, $"used organization {organization} user auth0|1");
            Happen("s", "auth0|1", client: null, organization: null);
            Happen("f", "auth0|1", "app", organization: null);
            Happen("organization_member_added", "auth0|1", client: null, organization, $"got organization:{organization}:member user auth0|1");
            Happen("sdu", "auth0|1", client: null, organization: null, "changed user auth0|1");
            return expected;

            async Task WriteAsync(ApiWrite write, params string[] told)
            {
                await Client.SendAsync(write, CancellationToken.None);
                expected.AddRange(told);
            }

            void Happen(string type, string who, string? client, string? organization, params string[] told)
            {
                server.Happen(type, who, client, organization);
                expected.AddRange(told);
            }
        }

        public async Task<List<Event>> ReadAllAsync(string cursor, int pageSize)
        {
            var all = new List<Event>();
            for (var more = true; more;)
            {
                var answer = await ListAsync(cursor, pageSize);
                Assert.True(answer.Events.Count <= (pageSize is 0 ? 100 : Math.Min(pageSize, 250)));
                all.AddRange(answer.Events);
                (cursor, more) = (answer.Cursor, answer.HasMore);
            }

            Assert.Empty((await ListAsync(cursor, pageSize)).Events);
            return all;
        }

        public async Task<ListEventsResponse> ListAsync(string cursor = "", int pageSize = 0, DateTimeOffset? startAt = null) =>
            Assert.IsType<ListEventsResponse>((await TryListAsync(new()
            {
                EventFeedId = EventFeeds.FeedId,
                Cursor = cursor,
                PageSize = (uint)pageSize,
                StartAt = startAt is { } time ? Timestamp.FromDateTimeOffset(time) : null,
            })).Response);

        public Task<Auth0Connector.Service.Tasks.TaskOutcome> TryListAsync(ServiceTask.Types.ListEventsTask asked) =>
            Feeds.ListEventsAsync(new ServiceTask { ListEvents = asked }, CancellationToken.None);

        public async ValueTask DisposeAsync()
        {
            Client.Dispose();
            await server.DisposeAsync();
        }
    }
}
