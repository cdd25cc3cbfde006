using System.Runtime.CompilerServices;
using Auth0Connector.Provisioning.Access;
using Auth0Connector.Provisioning.Journal;
using Auth0Connector.Provisioning.Ledger;
using Auth0Connector.Provisioning.Lookups;
using Auth0Connector.Tables.Decisions;

namespace Auth0Connector.Provisioning.Batch;

/// <summary>
/// Takes what the lines of a sheet name, what can share a request several a request. With a changer that only looks
/// it is its own preview.
/// </summary>
public sealed class RevokeBatch(AccessLookup lookup, AccessChanger changer, BatchProgress progress, AccessLedger? ledger = null)
{
    /// <summary>Each line with what became of it; those that an earlier run finished come first and cost nothing.</summary>
    public async IAsyncEnumerable<LineResult> RunAsync(DecisionSheet sheet, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pending = new SharedRequests();
        foreach (var line in sheet.Lines)
        {
            if (progress.Finished.TryGetValue(line.Line, out var outcome))
            {
                yield return new LineResult(line.Line, outcome);
                continue;
            }

            var (found, problem) = await ResolveAsync(line, cancellationToken);
            if (found is null)
            {
                yield return Written(new LineResult(line.Line, OutcomeWords.Failed, problem));
                continue;
            }

            if (found.Change.CanShare)
            {
                if (pending.Add(line.Line, found) is { } full)
                {
                    foreach (var result in await SendAsync(full, cancellationToken))
                    {
                        yield return result;
                    }
                }

                continue;
            }

            yield return Written(Result(line.Line, found, await changer.ApplyAsync(found.Change, cancellationToken)));
        }

        foreach (var rest in pending.Rest())
        {
            foreach (var result in await SendAsync(rest, cancellationToken))
            {
                yield return result;
            }
        }
    }

    private async Task<IReadOnlyList<LineResult>> SendAsync(IReadOnlyList<(int Line, FoundAccess Found)> lines, CancellationToken cancellationToken)
    {
        var results = await changer.ApplyTogetherAsync([.. lines.Select(static line => line.Found.Change)], cancellationToken);
        return [.. lines.Zip(results, (line, result) => Written(Result(line.Line, line.Found, result)))];
    }

    private async Task<(FoundAccess? Found, string? Problem)> ResolveAsync(DecisionLine line, CancellationToken cancellationToken)
    {
        if (line.Problem is not null)
        {
            return (null, line.Problem);
        }

        try
        {
            return (await lookup.FindAsync(isGrant: false, line.User, line.Role, line.Organization, cancellationToken), null);
        }
        catch (ProvisioningException unknown) when (unknown.Kind is ProvisioningErrorKind.NotFound or ProvisioningErrorKind.Ambiguous)
        {
            return (null, unknown.Message);
        }
    }

    private LineResult Written(LineResult result)
    {
        progress.Add(result);
        return result;
    }

    private LineResult Result(int line, FoundAccess found, ChangeResult result)
    {
        ledger?.Settle(result);
        var why = result.Outcome == ChangeOutcome.Unseen ? "the tenant took it but does not show it yet; run again" : result.Why;
        return new LineResult(line, OutcomeWords.Of(result.Outcome), why) { Result = result, Names = found.Names, IsUnverified = found.IsUnverified };
    }
}
