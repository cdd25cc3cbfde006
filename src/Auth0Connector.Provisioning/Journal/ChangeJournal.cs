using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.Provisioning.Records;

namespace Auth0Connector.Provisioning.Journal;

/// <summary>
/// The append-only journal of what was done, where one was asked for. What is about to be sent is written before it is
/// sent, so that after a crash the journal never knows less than the tenant.
/// </summary>
public sealed class ChangeJournal : IDisposable
{
    private const string AskedWord = "asked";

    private readonly JsonLinesFile<JournalLine>? _file;
    private readonly string _tenant;
    private readonly string _actor;
    private readonly TimeProvider _clock;
    private readonly ChangeNote _note;
    private readonly bool _isView;
    private readonly Action _asking;

    // One line at a time, whichever view writes it.
    private readonly Lock _writing;

    private ChangeJournal(JsonLinesFile<JournalLine>? file, string tenant, string actor, TimeProvider clock, ChangeNote note)
    {
        _note = note;
        _file = file;
        _tenant = tenant;
        _actor = actor;
        _clock = clock;
        _writing = new Lock();
        _asking = static () => { };
    }

    private ChangeJournal(ChangeJournal whole, ChangeNote note, Action asking)
    {
        _isView = true;
        _note = note;
        _file = whole._file;
        _tenant = whole._tenant;
        _actor = whole._actor;
        _clock = whole._clock;
        _writing = whole._writing;
        _asking = asking;
    }

    /// <summary>The lines that cannot be read.</summary>
    public IReadOnlyList<DamagedLine> Damage => _file?.Damage ?? [];

    /// <summary>Opens the journal; without a path nothing is written anywhere.</summary>
    /// <param name="path">The file, or <see langword="null"/>.</param>
    /// <param name="tenant">Host of the tenant.</param>
    /// <param name="actor">The application that acts.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="note">What a person says about the changes of this run.</param>
    /// <exception cref="ProvisioningException">Another run holds it, or it cannot be written, or it is no journal.</exception>
    public static ChangeJournal Open(string? path, string tenant, string actor, TimeProvider clock, ChangeNote? note = null) => new(
        path is null ? null : JsonLinesFile<JournalLine>.Open(path, JournalJson.Readable.JournalLine),
        tenant,
        actor,
        clock,
        note ?? ChangeNote.None);

    /// <summary>The same journal for one change among several that run side by side. It ends with the whole one.</summary>
    /// <param name="note">What is said about that change.</param>
    /// <param name="asking">Called when the request is about to leave, after it was written down; what it throws keeps the request back.</param>
    public ChangeJournal Noting(ChangeNote note, Action asking) => new(this, note, asking);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_isView)
        {
            _file?.Dispose();
        }
    }

    internal void Asked(ChangeLine change)
    {
        Append(Line(change, AskedWord));
        _asking();
    }

    internal void Broken(ChangeLine change, ManagementApiException failure, bool isAsked) =>
        Append(Line(change, isAsked ? Name(failure) : OutcomeWords.Failed) with { Why = failure.Message });

    internal void Ended(ChangeLine change, ChangeOutcome outcome, string? requestId, string? why) =>
        Append(Line(change, Name(outcome)) with { RequestId = requestId, Why = why });

    internal void AccountAsked(string action, string account)
    {
        Account(action, account, AskedWord, requestId: null, why: null);
        _asking();
    }

    internal void AccountEnded(string action, string account, ChangeOutcome outcome, string? requestId = null, string? why = null) =>
        Account(action, account, Name(outcome), requestId, why);

    private void Account(string action, string account, string outcome, string? requestId, string? why) => Append(new JournalLine
    {
        At = _clock.GetUtcNow(),
        Tenant = _tenant,
        Actor = _actor,
        Action = action,
        Outcome = outcome,
        Account = account,
        RequestId = requestId,
        Why = why,
    });

    internal void AccountBroken(string action, string account, ManagementApiException failure) =>
        Account(action, account, Name(failure), requestId: null, failure.Message);

    // What the tenant refused was not done; where it did not answer, nobody knows.
    private static string Name(ManagementApiException failure) =>
        failure.Kind is ManagementApiErrorKind.Unavailable or ManagementApiErrorKind.RateLimited or ManagementApiErrorKind.BadAnswer
            or ManagementApiErrorKind.TooLarge ? "unknown" : OutcomeWords.Failed;

    private static string Name(ChangeOutcome outcome) => outcome == ChangeOutcome.Planned
        ? throw new InvalidOperationException("a plan is not written down")
        : OutcomeWords.Of(outcome);

    private JournalLine Line(ChangeLine change, string outcome) => new()
    {
        At = _clock.GetUtcNow(),
        Tenant = _tenant,
        Actor = _actor,
        Action = change.Change,
        Outcome = outcome,
        Access = change,
    };

    private void Append(JournalLine line)
    {
        lock (_writing)
        {
            _file?.Append(line with { Reason = _note.Reason, Ticket = _note.Ticket, RequestedBy = _note.RequestedBy });
        }
    }
}
