using Auth0Connector.ManagementApi;
using Auth0Connector.MockTenant;
using Auth0Connector.Provisioning.Access;
using Auth0Connector.Provisioning.Journal;
using Auth0Connector.Provisioning.Lookups;
using Microsoft.Extensions.Logging.Abstractions;

namespace Auth0Connector.Provisioning.Tests;

/// <summary>A mock tenant that may be changed, and the parts that change it, over real HTTP.</summary>
internal sealed class WritableTenant : IAsyncDisposable
{
    private WritableTenant(MockTenantServer server, string? journal)
    {
        Server = server;
        Client = new ManagementApiClient(
            server.ApiOptions() with
            {
                RetryBaseDelay = TimeSpan.FromMilliseconds(1),
                RetryMaxDelay = TimeSpan.FromMilliseconds(5),
                MaxAttempts = 25,
            },
            NullLoggerFactory.Instance,
            TimeProvider.System);
        Journal = ChangeJournal.Open(journal, server.BaseUrl.Host, server.Options.ClientId, TimeProvider.System);
        Changer = new AccessChanger(Client, Journal, TimeProvider.System);
        Lookup = new AccessLookup(Client);
    }

    public MockTenantServer Server { get; }

    public ManagementApiClient Client { get; }

    public ChangeJournal Journal { get; }

    public AccessChanger Changer { get; }

    public AccessLookup Lookup { get; }

    public TenantTruth Truth => Server.Truth;

    public static async Task<WritableTenant> StartAsync(MockTenantOptions? options = null, string? journal = null) =>
        new(
            await MockTenantServer.StartAsync((options ?? new()) with { Scopes = [.. MockTenantScopes.Read, .. MockTenantScopes.Write] }, CancellationToken.None),
            journal);

    /// <summary>How many requests of a method changed something or tried to.</summary>
    public int Writes => Server.Requests.Recent.Count(static request => request.IsWrite());

    public string Outsider(string roleId)
    {
        var holders = Truth.RoleAssignments.Where(x => x.RoleId == roleId).Select(x => x.UserId).ToHashSet();
        return Truth.Users.First(x => !holders.Contains(x.Id)).Id;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Journal.Dispose();
        await Server.DisposeAsync();
    }
}
