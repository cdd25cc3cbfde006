using Auth0Connector.AccessFile.Messages;
using Auth0Connector.Provisioning.Access;
using Auth0Connector.Provisioning.Accounts;
using Auth0Connector.Provisioning.Journal;
using Auth0Connector.Provisioning.Lookups;
using Auth0Connector.Service.Protocol;
using Auth0Connector.Sync.Mapping;
using Auth0Connector.Vocabulary;
using Grpc.Core;
using ServiceTask = Auth0Connector.Service.Protocol.Task;

namespace Auth0Connector.Service.Tasks.Changes;

/// <summary>The tasks that make accounts, delete them, and set their passwords.</summary>
internal sealed class AccountTasks(AskedPasswords passwords)
{
    public async Task<TaskOutcome> CreateAsync(ServiceTask task, ChangeRun run)
    {
        var asked = task.CreateAccount;
        if (asked.ResourceTypeId is not ("" or ResourceTypeIds.User))
        {
            throw new TaskMistakeException(StatusCode.Unimplemented, $"resource type {asked.ResourceTypeId} does not have account manager configured");
        }

        var account = AskedNewAccount.Read(asked.AccountInfo);
        // Sealed for everybody before the account is made: nobody shall own one whose password nobody can read.
        var password = passwords.OfNewAccount(asked.CredentialOptions, asked.EncryptionConfigs, account);
        await ScopeGate.RequireAsync(run.Client, [ScopeNeeds.Create, ScopeNeeds.FindUsers], run.Token).ConfigureAwait(false);
        var (user, outcome) = await run.Creation.CreateAsync(account with { Password = password.Text }, run.Token).ConfigureAwait(false);
        var resource = SyncedMessages.User(user);
        return outcome == ChangeOutcome.AlreadySo
            ? TaskOutcome.Done(new CreateAccountResponse { AlreadyExists = new() { Resource = resource, IsCreateAccountResult = true } })
            : TaskOutcome.Done(new CreateAccountResponse { Success = new() { Resource = resource, IsCreateAccountResult = true }, EncryptedData = { password.Sealed } });
    }

    public static async Task<TaskOutcome> DeleteAsync(ServiceTask task, ChangeRun run)
    {
        var (id, parent) = (task.DeleteResource.ResourceId, task.DeleteResource.ParentResourceId);
        if (!AskedIds.IsWhole(id))
        {
            throw new TaskMistakeException(StatusCode.InvalidArgument, "malformed delete resource task");
        }

        if (id.ResourceType != ResourceTypeIds.User)
        {
            throw new TaskMistakeException(StatusCode.Unimplemented, $"resource type {id.ResourceType} does not have resource Delete() configured");
        }

        if (!AskedIds.IsEmpty(parent))
        {
            // Whoever means somebody inside something must not lose the whole account: deleting cannot be undone.
            throw new TaskMistakeException(StatusCode.InvalidArgument, $"people of Auth0 lie below nothing, so '{id.Resource}' below {parent.ResourceType} '{parent.Resource}' is nobody; nothing was deleted");
        }

        await ScopeGate.RequireAsync(run.Client, [ScopeNeeds.Delete, ScopeNeeds.FindUsers], run.Token).ConfigureAwait(false);
        var outcome = await new UserLookup(run.Client).FindByIdAsync(id.Resource, run.Token).ConfigureAwait(false) is null
            ? run.Accounts.AlreadyDeleted(id.Resource)
            : await run.Accounts.DeleteAsync(id.Resource, run.Token).ConfigureAwait(false);
        return outcome == ChangeOutcome.Unseen
            ? TaskOutcome.Refused(StatusCode.Unavailable, $"Auth0 took the deletion of '{id.Resource}' but still shows the account; the next sync shows whether it is gone")
            : TaskOutcome.Done(new DeleteResourceResponse());
    }

    public async Task<TaskOutcome> RotateAsync(ServiceTask task, ChangeRun run)
    {
        var asked = task.RotateCredentials;
        var id = asked.ResourceId;
        if (!AskedIds.IsWhole(id))
        {
            throw new TaskMistakeException(StatusCode.InvalidArgument, "malformed rotate credentials task");
        }

        if (id.ResourceType != ResourceTypeIds.User)
        {
            throw new TaskMistakeException(StatusCode.Unimplemented, "resource type does not have credential manager configured");
        }

        var password = passwords.OfRotation(asked.CredentialOptions, asked.EncryptionConfigs);
        await ScopeGate.RequireAsync(run.Client, [ScopeNeeds.SetPassword, ScopeNeeds.FindUsers], run.Token).ConfigureAwait(false);
        var user = await new UserLookup(run.Client).FindByIdAsync(id.Resource, run.Token).ConfigureAwait(false)
            ?? throw new TaskMistakeException(StatusCode.NotFound, $"nobody in the tenant has the id '{id.Resource}'");
        if (user.Identities is not [{ Provider: AccountForm.DatabaseProvider, Connection: { } connection }, ..])
        {
            throw new TaskMistakeException(StatusCode.InvalidArgument, $"'{id.Resource}' signs in by no database connection, so Auth0 holds no password that could be set; nothing was changed");
        }

        await run.Accounts.SetPasswordAsync(id.Resource, connection, password.Text!, run.Token).ConfigureAwait(false);
        return TaskOutcome.Done(new RotateCredentialResponse
        {
            ResourceId = new ResourceId { ResourceType = id.ResourceType, Resource = id.Resource },
            EncryptedData = { password.Sealed },
        });
    }
}
