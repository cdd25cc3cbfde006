using Auth0Connector.Provisioning.Changes;
using Auth0Connector.Provisioning.Records;

namespace Auth0Connector.Provisioning.Ledger;

/// <summary>
/// The file that knows when access ends. It only grows; what is open is what its lines say together. One run holds it at
/// a time, so that nothing is granted and taken back side by side.
/// </summary>
public sealed class AccessLedger : IDisposable
{
    private readonly JsonLinesFile<LedgerLine> _file;
    private readonly TimeProvider _clock;
    private readonly Dictionary<string, TimedAccess> _open = new(StringComparer.Ordinal);

    private AccessLedger(JsonLinesFile<LedgerLine> file, TimeProvider clock)
    {
        _file = file;
        _clock = clock;
        foreach (var line in file.Read())
        {
            Fold(line);
        }
    }

    /// <summary>Opens the file, or makes it.</summary>
    /// <exception cref="ProvisioningException">Another run holds it, or it cannot be written.</exception>
    public static AccessLedger Open(string path, TimeProvider clock) =>
        new(JsonLinesFile<LedgerLine>.Open(path, RecordJson.Readable.LedgerLine), clock);

    /// <summary>Everything that has not been taken back yet, soonest end first.</summary>
    public IReadOnlyList<TimedAccess> Entries => [.. _open.Values.OrderBy(static entry => entry.Until).ThenBy(static entry => entry.Id, StringComparer.Ordinal)];

    /// <summary>The open entry of exactly this access.</summary>
    public TimedAccess? Find(AccessChange grant) => _open.Values.FirstOrDefault(entry => entry.Grant == grant);

    /// <summary>
    /// Closes the entry of access that was given for good or taken by hand: its end must not be carried out against
    /// whoever is granted it anew. Gives the entry that was closed.
    /// </summary>
    public TimedAccess? Settle(ChangeResult result)
    {
        if (!result.IsSo || Find(result.Change with { IsGrant = true }) is not { } entry)
        {
            return null;
        }

        Append(entry, result.Change.IsGrant ? "kept" : "revoked", why: null);
        return entry;
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    /// <summary>Written before the request: whatever happens then, the end is known.</summary>
    internal TimedAccess Granting(AccessChange grant, DateTimeOffset until)
    {
        var entry = new TimedAccess(Find(grant)?.Id ?? Guid.NewGuid().ToString("N"), grant, until);
        Append(entry, "granting", why: null);
        return entry;
    }

    internal void Granted(TimedAccess entry) => Append(entry, "granted", why: null);

    internal void Failed(TimedAccess entry, string? why) => Append(entry, "failed", why);

    internal void Revoking(TimedAccess entry) => Append(entry, "revoking", why: null);

    internal void Revoked(TimedAccess entry) => Append(entry, "revoked", why: null);

    internal void Stuck(TimedAccess entry, string? why) => Append(entry, "stuck", why);

    private void Append(TimedAccess entry, string step, string? why)
    {
        var line = new LedgerLine
        {
            Id = entry.Id,
            At = _clock.GetUtcNow(),
            Step = step,
            Until = entry.Until,
            Access = ChangeLine.Of(entry.Grant),
            Why = why,
        };
        _file.Append(line);
        Fold(line);
    }

    private void Fold(LedgerLine line)
    {
        if (line.Step is "revoked" or "failed" or "kept")
        {
            _open.Remove(line.Id);
        }
        else if (line is { Until: { } until, Access: { } access } && access.ToChange() is { } grant)
        {
            _open[line.Id] = new TimedAccess(line.Id, grant, until);
        }
    }
}
