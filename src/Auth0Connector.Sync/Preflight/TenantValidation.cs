using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.ManagementApi.Options;
using Auth0Connector.Sync.Parts;
using Auth0Connector.Sync.Settings;
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
        var readable = new List<PartDefinition>();
        var totals = new RequestTotals(settings);
        foreach (var (part, isRequired, lacks) in PartSelection.Check(settings, types, granted))
        {
            var why = lacks.Count > 0 ? Refusal.Lacks(lacks) : null;
            long? count = null;
            if (why is null && !(part.After is { } basis && !readable.Contains(basis)))
            {
                (count, why) = await CountAsync(api, part, cancellationToken);
            }

            if (why is null)
            {
                readable.Add(part);
                totals.Add(part, count ?? 0);
            }

            parts.Add(new ValidatedPart(part.What, part.ResourceType, part.Need.Scopes, Status(isRequired, why), why, count));
        }

        var requests = readable.Sum(part => part.Estimate(totals.Of(part), totals));
        var latency = clock.GetElapsedTime(began) / Math.Max(1, api.Counts.Requests);
        return new ValidationReport
        {
            Source = apiOptions.BaseUrl.Host,
            Audience = api.Audience,
            ClientId = apiOptions.ClientId,
            Scopes = granted?.Order(StringComparer.Ordinal).ToList(),
            Parts = parts,
            Skips = [.. parts.Where(static part => part.Status == PartStatus.Skipped).Select(static part => Refusal.Skip(part.What, part.Why!))],
            Requests = requests,
            Time = TimeEstimate.Of(requests, latency, apiOptions.Pace, api.Buckets),
            Limits = api.Buckets,
        };
    }

    // How many there are, and whether the plan has the part at all.
    private static async Task<(long? Count, string? Why)> CountAsync(ManagementApiClient api, PartDefinition part, CancellationToken cancellationToken)
    {
        try
        {
            return (part.Count is { } count ? await count(api, cancellationToken) : null, null);
        }
        catch (ManagementApiException refused) when (Refusal.IsRefusal(refused))
        {
            return (null, Refusal.Why(refused));
        }
    }

    private static PartStatus Status(bool isRequired, string? why) =>
        why is null ? PartStatus.Read : isRequired ? PartStatus.Missing : PartStatus.Skipped;
}
