namespace Auth0Connector.Service.Health;

/// <summary>Whom the health endpoint asks.</summary>
/// <param name="IsReady">Whether the cloud has been greeted.</param>
/// <param name="CheckTenantAsync">What is wrong with the tenant, in a sentence; <see langword="null"/> where all is well.</param>
/// <param name="CheckCloud">What is wrong with the cloud, in the same way.</param>
public sealed record HealthSources(
    Func<bool> IsReady,
    Func<CancellationToken, Task<string?>> CheckTenantAsync,
    Func<string?> CheckCloud)
{
    /// <summary>Asks both.</summary>
    public async Task<HealthReport> AskAsync(CancellationToken cancellationToken)
    {
        var troubles = new List<(string, string)>();
        if (await CheckTenantAsync(cancellationToken).ConfigureAwait(false) is { } tenant)
        {
            troubles.Add(("tenant", tenant));
        }

        if (CheckCloud() is { } cloud)
        {
            troubles.Add(("cloud", cloud));
        }

        return new HealthReport(troubles);
    }
}
