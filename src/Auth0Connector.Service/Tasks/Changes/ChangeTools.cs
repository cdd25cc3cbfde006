using Auth0Connector.ManagementApi;
using Auth0Connector.Provisioning.Journal;
using Auth0Connector.Provisioning.Ledger;
using Auth0Connector.Service.Credentials;
using Microsoft.Extensions.Logging;

namespace Auth0Connector.Service.Tasks.Changes;

/// <summary>What the tasks that change something are done with. Whoever makes it, ends what it is made of, after the last task.</summary>
public sealed record ChangeTools
{
    /// <summary>The tenant, by the client that syncs use as well: changes go before them, at one pace.</summary>
    public required ManagementApiClient Client { get; init; }

    /// <summary>Where every change is written down, with the id of its task as ticket.</summary>
    public required ChangeJournal Journal { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>Where is told what no answer tells.</summary>
    public required ILogger Logger { get; init; }

    /// <summary>Whether anything may be changed.</summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool IsProvisioning { get; init; }

    /// <summary>The file that knows when access ends; without one, access is granted for good.</summary>
    public AccessLedger? Ledger { get; init; }

    /// <summary>The connector's own secret, to which ConductorOne encrypts passwords.</summary>
    public required ConnectorSecret Secret { get; init; }

    /// <summary>How long a request that is on its way may still take after its task was told to stop.</summary>
    /// <value>Default: a second and a half.</value>
    public TimeSpan SentGrace { get; init; } = TimeSpan.FromSeconds(1.5);
}
