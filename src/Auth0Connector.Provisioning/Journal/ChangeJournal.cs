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

    private ChangeJournal(JsonLinesFile<JournalLine>? file, string tenant, string actor, TimeProvider clock, ChangeNote note)
    {
        _note = note;
        _file = file;
        _tenant = tenant;
        _actor = actor;
        _clock = clock;
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

    /// <inheritdoc/>
    public void Dispose() => _file?.Dispose();

    internal void Asked(ChangeLine change) => Append(Line(change, AskedWord));

    internal void Broken(ChangeLine change, ManagementApiException failure, bool isAsked) =>
        Append(Line(change, isAsked ? Name(failure) : OutcomeWords.Failed) with { Why = failure.Message });

    internal void Ended(ChangeLine change, ChangeOutcome outcome, string? requestId, string? why) =>
        Append(Line(change, Name(outcome)) with { RequestId = requestId, Why = why });

    internal void AccountAsked(string action, string account) => Account(action, account, AskedWord, requestId: null, why: null);

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

    private void Append(JournalLine line) => _file?.Append(line with { Reason = _note.Reason, Ticket = _note.Ticket, RequestedBy = _note.RequestedBy });
}
