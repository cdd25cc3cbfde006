using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.ManagementApi.Writes;
using Auth0Connector.Provisioning.Journal;

namespace Auth0Connector.Provisioning.Access;

/// <summary>Makes a change: looks first, sends once it is needed, reads back, and writes down each step.</summary>
public sealed class AccessChanger(ManagementApiClient client, ChangeJournal journal, TimeProvider clock)
{
    // Listings lag behind writes (API reference, section 5); what is not seen after all of these is said to be unseen.
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.Zero, TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2),
    ];

    private readonly HashSet<AccessChange> _planned = [];

    /// <summary>Whether this run only looks: what a change would send is its result, and everything else is as in a run that sends.</summary>
    public bool OnlyLooks { get; init; }

    /// <summary>Whether the tenant is as the change wants it.</summary>
    public async Task<bool> IsSoAsync(AccessChange change, CancellationToken cancellationToken)
    {
        change.Check();
        if (IsPlanned(change))
        {
            return true;
        }

        try
        {
            return await change.Kind.IsHeldAsync(client, change.PrincipalId, change.Target, cancellationToken) == change.IsGrant;
        }
        catch (ManagementApiException absent) when (absent.Kind == ManagementApiErrorKind.NotFound && !change.IsGrant)
        {
            // Whoever is gone holds nothing.
            return true;
        }
    }

    /// <summary>Makes the change unless it is so already.</summary>
    /// <exception cref="ManagementApiException">The tenant cannot be reached, or refuses the credentials or for want of a permission.</exception>
    public async Task<ChangeResult> ApplyAsync(AccessChange change, CancellationToken cancellationToken)
    {
        var isAsked = false;
        try
        {
            if (await IsSoAsync(change, cancellationToken))
            {
                return Written(new ChangeResult(change, ChangeOutcome.AlreadySo));
            }

            if (OnlyLooks)
            {
                return Planned(change, PlannedRequest.Of(change));
            }

            journal.Asked(change.ToLine());
            isAsked = true;
            var receipt = await client.SendAsync(change.Write, cancellationToken);
            var isSeen = await IsSeenAsync(change, cancellationToken);
            return Written(new ChangeResult(change, isSeen ? ChangeOutcome.Done : ChangeOutcome.Unseen, receipt.RequestId));
        }
        catch (ManagementApiException refused) when (IsAboutThisOne(refused))
        {
            return Written(new ChangeResult(change, ChangeOutcome.Failed, Why: Reason(change, refused)) { Refusal = refused });
        }
        catch (ManagementApiException failed)
        {
            journal.Broken(change.ToLine(), failed, isAsked);
            throw;
        }
    }

    /// <summary>
    /// Makes changes of one target in one request, which they can share, <see cref="ApiWrites.MembersPerRequest"/> at most.
    /// Where the tenant refuses them together, each is asked for alone, so that one wrong name costs no other.
    /// </summary>
    public async Task<IReadOnlyList<ChangeResult>> ApplyTogetherAsync(IReadOnlyList<AccessChange> changes, CancellationToken cancellationToken)
    {
        var needed = new List<AccessChange>();
        foreach (var change in changes)
        {
            if (!await IsSoAsync(change, cancellationToken))
            {
                needed.Add(change);
            }
        }

        if (OnlyLooks && needed.Count > 1)
        {
            var request = PlannedRequest.Of(AccessChange.WriteTogether(needed));
            return [.. changes.Select(change => needed.Contains(change) ? Planned(change, request) : new ChangeResult(change, ChangeOutcome.AlreadySo))];
        }

        WriteReceipt? receipt = null;
        if (needed.Count > 1)
        {
            needed.ForEach(change => journal.Asked(change.ToLine()));
            try
            {
                receipt = await client.SendAsync(AccessChange.WriteTogether(needed), cancellationToken);
            }
            catch (ManagementApiException refused) when (IsAboutThisOne(refused))
            {
                // Each alone, below.
            }
            catch (ManagementApiException failed)
            {
                needed.ForEach(change => journal.Broken(change.ToLine(), failed, isAsked: true));
                throw;
            }
        }

        var results = new List<ChangeResult>();
        foreach (var change in changes)
        {
            results.Add(receipt is not null && needed.Contains(change)
                ? Written(new ChangeResult(change, await IsSeenAsync(change, cancellationToken) ? ChangeOutcome.Done : ChangeOutcome.Unseen, receipt.RequestId))
                : await ApplyAsync(change, cancellationToken));
        }

        return results;
    }

    private ChangeResult Planned(AccessChange change, PlannedRequest request)
    {
        _planned.Add(change);
        return new ChangeResult(change, ChangeOutcome.Planned) { Request = request };
    }

    // What an earlier line of the same run would have done is so for the later ones; with a membership go the roles inside.
    private bool IsPlanned(AccessChange change) =>
        _planned.Contains(change)
        || (!change.IsGrant && change.Kind.EndsWith is { } end && _planned.Contains(change with { Target = end(change.Target) }));

    private static bool IsAboutThisOne(ManagementApiException failure) =>
        failure.Kind is ManagementApiErrorKind.NotFound or ManagementApiErrorKind.BadRequest or ManagementApiErrorKind.Conflict;

    private static string Reason(AccessChange change, ManagementApiException refused) => refused.Kind switch
    {
        ManagementApiErrorKind.NotFound => change.Kind.Absent(change.Target),
        ManagementApiErrorKind.Conflict => $"a limit of the tenant is reached ({refused.Message})",
        _ => refused.Message,
    };

    private async Task<bool> IsSeenAsync(AccessChange change, CancellationToken cancellationToken)
    {
        foreach (var pause in Pauses)
        {
            await Task.Delay(pause, clock, cancellationToken);
            if (await IsSoAsync(change, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    private ChangeResult Written(ChangeResult result)
    {
        journal.Ended(result.Change.ToLine(), result.Outcome, result.RequestId, result.Why);
        return result;
    }
}
