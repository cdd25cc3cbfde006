using Auth0Connector.Provisioning.Access;
using Auth0Connector.Provisioning.Journal;
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
    private readonly string? _tenant;
    private readonly Dictionary<string, TimedAccess> _open = new(StringComparer.Ordinal);
    private readonly List<DamagedLine> _damage = [];
    private readonly HashSet<string> _closed = new(StringComparer.Ordinal);

    private AccessLedger(JsonLinesFile<LedgerLine> file, TimeProvider clock, string? tenant)
    {
        _file = file;
        _clock = clock;
        _tenant = tenant;
        _damage.AddRange(file.Damage);
        foreach (var (number, line) in file.Read())
        {
            if (Differs(line))
            {
                _damage.Add(new DamagedLine(file.Name, number, "its end is not the one of the line before, so the earlier of the two counts"));
            }

            Fold(line);
        }
    }

    /// <summary>The lines that cannot be read; what they say is not among the entries.</summary>
    public IReadOnlyList<DamagedLine> Damage => _damage;

    /// <summary>Everything of this tenant that has not been taken back yet, soonest end first.</summary>
    public IReadOnlyList<TimedAccess> Entries => [.. Ordered().Where(IsHere)];

    /// <summary>What other tenants lend, by the same file: none of this run's business.</summary>
    public IReadOnlyList<TimedAccess> Elsewhere => [.. Ordered().Where(entry => !IsHere(entry))];

    /// <summary>Opens the file, or makes it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="tenant">Host of the tenant; without one all entries count.</param>
    /// <exception cref="ProvisioningException">Another run holds it, or it cannot be written, or it is no ledger.</exception>
    public static AccessLedger Open(string path, TimeProvider clock, string? tenant = null) =>
        new(JsonLinesFile<LedgerLine>.Open(path, LedgerJson.Readable.LedgerLine), clock, tenant);

    /// <summary>Opens the file to be looked at only.</summary>
    /// <exception cref="ProvisioningException">Another run holds it, or it cannot be read, or it is no ledger.</exception>
    public static AccessLedger OpenToRead(string path, TimeProvider clock, string? tenant = null) =>
        new(JsonLinesFile<LedgerLine>.OpenToRead(path, LedgerJson.Readable.LedgerLine), clock, tenant);

    /// <summary>The open entry of exactly this access.</summary>
    public TimedAccess? Find(AccessChange grant) => _open.Values.FirstOrDefault(entry => entry.Grant == grant && IsHere(entry));

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
    internal TimedAccess Granting(AccessChange grant, DateTimeOffset until, ChangeNote note)
    {
        var entry = new TimedAccess(Find(grant)?.Id ?? Guid.NewGuid().ToString("N"), grant, until)
        {
            Since = _clock.GetUtcNow(),
            Tenant = _tenant,
            Note = note,
        };
        Append(entry, "granting", why: null);
        return entry;
    }

    internal void Granted(TimedAccess entry) => Append(entry, "granted", why: null);

    internal void Failed(TimedAccess entry, string? why) => Append(entry, "failed", why);

    internal void Revoking(TimedAccess entry) => Append(entry, "revoking", why: null);

    internal void Revoked(TimedAccess entry) => Append(entry, "revoked", why: null);

    internal void Stuck(TimedAccess entry, string? why) => Append(entry, "stuck", why);

    private bool IsHere(TimedAccess entry) => _tenant is null || entry.Tenant is null || entry.Tenant == _tenant;

    private IEnumerable<TimedAccess> Ordered() => _open.Values.OrderBy(static entry => entry.Until).ThenBy(static entry => entry.Id, StringComparer.Ordinal);

    private void Append(TimedAccess entry, string step, string? why)
    {
        var line = new LedgerLine
        {
            Id = entry.Id,
            At = _clock.GetUtcNow(),
            Step = step,
            Until = entry.Until,
            Tenant = entry.Tenant,
            Access = entry.Grant.ToLine(),
            Why = why,
            Reason = entry.Note.Reason,
            Ticket = entry.Note.Ticket,
            RequestedBy = entry.Note.RequestedBy,
        };
        _file.Append(line.Summed());
        Fold(line);
    }

    // Only granting sets an end; every line after it repeats the end that was set.
    private bool Differs(LedgerLine line) =>
        line.Step is "granted" or "revoking" or "stuck" && _open.TryGetValue(line.Id, out var known) && known.Until != line.Until;

    private void Fold(LedgerLine line)
    {
        if (line.Step is "revoked" or "failed" or "kept")
        {
            _open.Remove(line.Id);
            _closed.Add(line.Id);
        }
        else if (!_closed.Contains(line.Id) && line is { Until: { } until, Access: { } access } && AccessChange.Of(access) is { } grant)
        {
            // A line that stands there twice opens nothing again: what is granted anew has a number of its own.
            _open[line.Id] = new TimedAccess(line.Id, grant, Differs(line) && _open[line.Id].Until < until ? _open[line.Id].Until : until)
            {
                Since = line.Step is "granting" or "granted" ? line.At : _open.GetValueOrDefault(line.Id)?.Since ?? line.At,
                Tenant = line.Tenant,
                Note = new ChangeNote(line.Reason, line.Ticket, line.RequestedBy),
                Stuck = line.Step == "stuck" ? line.Why : null,
            };
        }
    }
}
