using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.Provisioning.Journal;

namespace Auth0Connector.Provisioning.Accounts;

/// <summary>Blocks, unblocks and deletes accounts, ends their sessions, and sets passwords.</summary>
public sealed class AccountChanger(ManagementApiClient client, ChangeJournal journal)
{
    /// <summary>Blocks or unblocks somebody.</summary>
    public async Task<ChangeOutcome> SetBlockedAsync(UserRecord user, bool blocked, CancellationToken cancellationToken)
    {
        var action = blocked ? AccountAction.Disable : AccountAction.Enable;
        return action.IsSo(user)
            ? Written(action, user.UserId!, ChangeOutcome.AlreadySo, requestId: null)
            : await AskedAsync(
                action,
                user.UserId!,
                async () => action.IsSo(await client.FindUserAsync(user.UserId!, cancellationToken)),
                cancellationToken);
    }

    /// <summary>Ends the sessions and refresh tokens of somebody; the tenant does it a little later, so nothing can be read back.</summary>
    public Task EndSessionsAsync(string userId, CancellationToken cancellationToken) =>
        AskedAsync(AccountAction.EndSessions, userId, static () => Task.FromResult(true), cancellationToken);

    /// <summary>Sets the password of somebody in a database connection. It cannot be read back.</summary>
    public Task SetPasswordAsync(string userId, string connection, string password, CancellationToken cancellationToken) =>
        AskedAsync(AccountAction.NewPassword(connection, password), userId, static () => Task.FromResult(true), cancellationToken);

    /// <summary>Deletes somebody.</summary>
    public Task<ChangeOutcome> DeleteAsync(string userId, CancellationToken cancellationToken) => AskedAsync(
        AccountAction.Delete,
        userId,
        async () => await client.FindUserAsync(userId, cancellationToken) is null,
        cancellationToken);

    /// <summary>Writes down that somebody who was to be deleted is not there.</summary>
    public ChangeOutcome AlreadyDeleted(string userId) => Written(AccountAction.Delete, userId, ChangeOutcome.AlreadySo, requestId: null);

    private async Task<ChangeOutcome> AskedAsync(AccountAction action, string userId, Func<Task<bool>> isSeen, CancellationToken cancellationToken)
    {
        journal.AccountAsked(action.Name, userId);
        try
        {
            var receipt = await client.SendAsync(action.Write(userId), cancellationToken);
            return Written(action, userId, await isSeen() ? ChangeOutcome.Done : ChangeOutcome.Unseen, receipt.RequestId);
        }
        catch (ManagementApiException failure)
        {
            journal.AccountBroken(action.Name, userId, failure);
            throw;
        }
    }

    private ChangeOutcome Written(AccountAction action, string userId, ChangeOutcome outcome, string? requestId)
    {
        journal.AccountEnded(action.Name, userId, outcome, requestId);
        return outcome;
    }
}
