using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.Provisioning.Changes;
using Auth0Connector.Provisioning.Records;

namespace Auth0Connector.Provisioning.Accounts;

/// <summary>Blocks, unblocks and deletes accounts, and ends their sessions.</summary>
public sealed class AccountChanger(ManagementApiClient client, ChangeJournal journal)
{
    /// <summary>Blocks or unblocks somebody.</summary>
    public async Task<ChangeOutcome> SetBlockedAsync(UserRecord user, bool blocked, CancellationToken cancellationToken)
    {
        var action = blocked ? "disable" : "enable";
        if ((user.Blocked ?? false) == blocked)
        {
            return Written(action, user.UserId!, ChangeOutcome.AlreadySo, requestId: null);
        }

        journal.Account(action, user.UserId!, "asked");
        var receipt = await client.SetBlockedAsync(user.UserId!, blocked, cancellationToken);
        var now = await client.FindUserAsync(user.UserId!, cancellationToken);
        return Written(action, user.UserId!, (now?.Blocked ?? false) == blocked ? ChangeOutcome.Done : ChangeOutcome.Unseen, receipt.RequestId);
    }

    /// <summary>Ends the sessions and refresh tokens of somebody; the tenant does it a little later.</summary>
    public async Task EndSessionsAsync(string userId, CancellationToken cancellationToken)
    {
        journal.Account("end sessions", userId, "asked");
        var receipt = await client.EndAccessAsync(userId, cancellationToken);
        journal.Account("end sessions", userId, "done", receipt.RequestId);
    }

    /// <summary>Deletes somebody.</summary>
    public async Task<ChangeOutcome> DeleteAsync(string userId, CancellationToken cancellationToken)
    {
        journal.Account("delete", userId, "asked");
        var receipt = await client.DeleteUserAsync(userId, cancellationToken);
        var isGone = await client.FindUserAsync(userId, cancellationToken) is null;
        return Written("delete", userId, isGone ? ChangeOutcome.Done : ChangeOutcome.Unseen, receipt.RequestId);
    }

    private ChangeOutcome Written(string action, string userId, ChangeOutcome outcome, string? requestId)
    {
        journal.Account(action, userId, outcome switch { ChangeOutcome.Done => "done", ChangeOutcome.AlreadySo => "already so", _ => "not seen yet" }, requestId);
        return outcome;
    }
}
