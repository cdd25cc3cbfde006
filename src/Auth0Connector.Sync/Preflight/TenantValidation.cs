using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.ManagementApi.Options;
using Microsoft.Extensions.Logging;

namespace Auth0Connector.Sync.Preflight;

/// <summary>Says before a sync what it would meet. Reads one record of each listing and writes nothing.</summary>
public sealed class TenantValidation(ManagementApiOptions apiOptions, SyncSettings settings, ILoggerFactory loggers, TimeProvider clock)
{
    /// <summary>Asks the tenant.</summary>
    /// <exception cref="ManagementApiException">The credentials were refused, or the tenant cannot be reached.</exception>
    /// <exception cref="SyncException">The settings name an unknown resource type.</exception>
    public async Task<ValidationReport> RunAsync(CancellationToken cancellationToken)
    {
        var types = SyncedTypes.For(settings);
        using var api = new ManagementApiClient(apiOptions, loggers, clock);
        var granted = await api.AuthenticateAsync(cancellationToken);
        var began = clock.GetTimestamp();
        var parts = new List<ValidatedPart>();
        var readable = new List<SyncPart>();
        var totals = new Dictionary<SyncPart, long>();
        foreach (var (requirement, lacks) in ScopeCheck.Run(settings, types, granted))
        {
            var why = lacks.Count > 0 ? Refusals.Lacks(lacks) : null;
            long? count = null;
            if (why is null && !(requirement.After is { } basis && !readable.Contains(basis)))
            {
                (count, why) = await ProbeAsync(api, requirement, cancellationToken);
            }

            if (why is null)
            {
                readable.Add(requirement.Part);
                totals[requirement.Part] = count ?? 0;
            }

            parts.Add(new ValidatedPart(requirement.What, requirement.ResourceType, requirement.Need.Scopes, Status(requirement, why), why, count));
        }

        var requests = readable.Sum(part => RequestEstimate.Of(part, settings, totals));
        var latency = clock.GetElapsedTime(began) / Math.Max(1, api.Counts.Requests);
        return new ValidationReport
        {
            Source = apiOptions.BaseUrl.Host,
            Audience = api.Audience,
            ClientId = apiOptions.ClientId,
            Scopes = granted?.Order(StringComparer.Ordinal).ToList(),
            Parts = parts,
            Skips = [.. parts.Where(static part => part.Status == PartStatus.Skipped).Select(static part => Refusals.Skip(part.What, part.Why!))],
            Requests = requests,
            Time = TimeEstimate.Of(requests, latency, apiOptions.Pace, api.Buckets),
            Limits = api.Buckets,
        };
    }

    private static async Task<(long? Count, string? Why)> ProbeAsync(ManagementApiClient api, ScopeRequirement requirement, CancellationToken cancellationToken)
    {
        try
        {
            return (await PartProbe.CountAsync(api, requirement.Part, cancellationToken), null);
        }
        catch (ManagementApiException refused) when (Refusals.IsRefusal(refused))
        {
            return (null, Refusals.Why(refused));
        }
    }

    private static PartStatus Status(ScopeRequirement requirement, string? why) =>
        why is null ? PartStatus.Read : requirement.IsRequired ? PartStatus.Missing : PartStatus.Skipped;
}
