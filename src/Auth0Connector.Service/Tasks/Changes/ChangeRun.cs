using Auth0Connector.ManagementApi;
using Auth0Connector.Provisioning;
using Auth0Connector.Provisioning.Access;
using Auth0Connector.Provisioning.Accounts;
using Auth0Connector.Provisioning.Journal;
using Auth0Connector.Service.Secrets;
using Grpc.Core;

namespace Auth0Connector.Service.Tasks.Changes;

/// <summary>
/// One task that changes something: it knows whether its request has left. Before that, being told to stop ends it; after
/// that, the request may still take a moment, and what is not answered then is told as not known.
/// </summary>
internal sealed class ChangeRun : IDisposable
{
    private const string Unknown = "whether it was done is not known";

    private readonly Lock _gate = new();
    private readonly TimeSpan _grace;
    private readonly CancellationTokenSource _ending;
    private readonly CancellationTokenRegistration _registration;
    private bool _isStopping;
    private bool _isSent;

    public ChangeRun(ChangeTools tools, string taskId, CancellationToken stopping)
    {
        _grace = tools.SentGrace;
        _ending = new CancellationTokenSource(Timeout.InfiniteTimeSpan, tools.Clock);
        Note = new ChangeNote(Ticket: taskId);
        Client = tools.Client.Urgent();
        Journal = tools.Journal.Noting(Note, Send);
        Access = new AccessChanger(Client, Journal, tools.Clock);
        Accounts = new AccountChanger(Client, Journal);
        Creation = new AccountCreation(Client, Journal, tools.Clock);
        _registration = stopping.UnsafeRegister(static run => ((ChangeRun)run!).Stop(), this);
    }

    public ChangeNote Note { get; }

    public ManagementApiClient Client { get; }

    public ChangeJournal Journal { get; }

    public AccessChanger Access { get; }

    public AccountChanger Accounts { get; }

    public AccountCreation Creation { get; }

    /// <summary>Ends when the task must.</summary>
    public CancellationToken Token => _ending.Token;

    /// <summary>Whether a failure is one that <see cref="Tell"/> tells; others are mistakes of the program.</summary>
    public static bool IsTold(Exception failure) =>
        failure is ManagementApi.Failures.ManagementApiException or ProvisioningException or TaskMistakeException or SecretException or OperationCanceledException;

    /// <summary>The failure as it is told, with what is known of the request.</summary>
    public TaskFailure Tell(Exception failure)
    {
        bool isSent;
        lock (_gate)
        {
            isSent = _isSent;
        }

        if (failure is OperationCanceledException)
        {
            return new TaskFailure(StatusCode.Cancelled, isSent
                ? $"the connector was stopped while the change was on its way; {Unknown}, the next sync shows it"
                : "the connector was stopped before the change was sent; nothing was changed");
        }

        var told = TenantCodes.Of(failure);
        return isSent && told.Code is (StatusCode.Unavailable or StatusCode.Internal) && !told.Sentence.Contains(Unknown, StringComparison.Ordinal)
            ? told with { Sentence = $"{told.Sentence}; {Unknown}" }
            : told;
    }

    public void Dispose()
    {
        _registration.Dispose();
        _ending.Dispose();
        Journal.Dispose();
        Client.Dispose();
    }

    // Called when the request is about to leave; one that was told to stop before never leaves.
    private void Send()
    {
        lock (_gate)
        {
            if (_isStopping)
            {
                throw new OperationCanceledException(_ending.Token);
            }

            _isSent = true;
        }
    }

    private void Stop()
    {
        bool isSent;
        lock (_gate)
        {
            _isStopping = true;
            isSent = _isSent;
        }

        if (isSent)
        {
            _ending.CancelAfter(_grace);
        }
        else
        {
            _ending.Cancel();
        }
    }
}
