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

        return await AskedAsync(
            action,
            user.UserId!,
            () => client.SetBlockedAsync(user.UserId!, blocked, cancellationToken),
            async () => ((await client.FindUserAsync(user.UserId!, cancellationToken))?.Blocked ?? false) == blocked);
    }

    /// <summary>Ends the sessions and refresh tokens of somebody; the tenant does it a little later, so nothing can be read back.</summary>
    public Task EndSessionsAsync(string userId, CancellationToken cancellationToken) =>
        AskedAsync("end sessions", userId, () => client.EndAccessAsync(userId, cancellationToken), static () => Task.FromResult(true));

    /// <summary>Deletes somebody.</summary>
    public Task<ChangeOutcome> DeleteAsync(string userId, CancellationToken cancellationToken) => AskedAsync(
        "delete",
        userId,
        () => client.DeleteUserAsync(userId, cancellationToken),
        async () => await client.FindUserAsync(userId, cancellationToken) is null);

    /// <summary>Writes down that somebody who was to be deleted is not there.</summary>
    public ChangeOutcome AlreadyDeleted(string userId) => Written("delete", userId, ChangeOutcome.AlreadySo, requestId: null);

    private async Task<ChangeOutcome> AskedAsync(string action, string userId, Func<Task<WriteReceipt>> send, Func<Task<bool>> isSeen)
    {
        journal.Account(action, userId, "asked");
        try
        {
            var receipt = await send();
            return Written(action, userId, await isSeen() ? ChangeOutcome.Done : ChangeOutcome.Unseen, receipt.RequestId);
        }
        catch (ManagementApiException failure)
        {
            journal.AccountBroken(action, userId, failure);
            throw;
        }
    }

    private ChangeOutcome Written(string action, string userId, ChangeOutcome outcome, string? requestId)
    {
        journal.Account(action, userId, outcome switch { ChangeOutcome.Done => "done", ChangeOutcome.AlreadySo => "already so", _ => "not seen yet" }, requestId);
        return outcome;
    }
}
