using Auth0Connector.Service.Protocol;
using Task = System.Threading.Tasks.Task;

namespace Auth0Connector.Service.Hosting;

/// <summary>How a service runs.</summary>
public sealed record HostOptions
{
    /// <summary>What is said of the connector.</summary>
    public required ConnectorMetadata Metadata { get; init; }

    /// <summary>Tasks at a time, beside a sync: 1 to 100.</summary>
    /// <value>Default: 3, as in the ecosystem.</value>
    public int Concurrency { get; init; } = 3;

    /// <summary>Whether several tasks are asked for at once (<c>BATON_GET_TASKS</c>).</summary>
    public bool AsksForMany { get; init; }

    /// <summary>Takes back what was granted for a time that is over; <see langword="null"/> where nothing is.</summary>
    public Func<CancellationToken, Task>? TakeBackEndedAsync { get; init; }

    /// <summary>How often <see cref="TakeBackEndedAsync"/> is called.</summary>
    /// <value>Default: every minute.</value>
    public TimeSpan TakeBackEvery { get; init; } = TimeSpan.FromMinutes(1);
}
