using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.ManagementApi.Paging;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.ManagementApi.Search;
using Auth0Connector.Provisioning.Journal;
using Auth0Connector.Provisioning.Lookups;

namespace Auth0Connector.Provisioning.Accounts;

/// <summary>
/// Creates an account once. Unlike every other change this one cannot simply be repeated: after a failure that leaves
/// open whether it was done, the account is looked for first.
/// </summary>
public sealed class AccountCreation(ManagementApiClient client, ChangeJournal journal, TimeProvider clock)
{
    private const string Action = "create";
    private const int MostAttempts = 6;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);

    /// <summary>Creates it unless the connection has it already.</summary>
    public async Task<(UserRecord User, ChangeOutcome Outcome)> CreateAsync(AccountRequest account, CancellationToken cancellationToken)
    {
        if (await FindAsync(account, cancellationToken) is { } there)
        {
            journal.AccountEnded(Action, there.UserId!, ChangeOutcome.AlreadySo);
            return (there, ChangeOutcome.AlreadySo);
        }

        journal.AccountAsked(Action, account.Connection);
        try
        {
            var (created, outcome) = await CreateOnceAsync(account, cancellationToken);
            journal.AccountEnded(Action, created.UserId!, outcome);
            return (created, outcome);
        }
        catch (ManagementApiException failure)
        {
            journal.AccountBroken(Action, account.Connection, failure);
            throw;
        }
        catch (ProvisioningException refused)
        {
            journal.AccountEnded(Action, account.Connection, ChangeOutcome.Failed, why: refused.Message);
            throw;
        }
    }

    private async Task<(UserRecord User, ChangeOutcome Outcome)> CreateOnceAsync(AccountRequest account, CancellationToken cancellationToken)
    {
        // Before an attempt whose answer was lost, an account that is there is somebody else's, with another password than this one.
        var ofConflict = ChangeOutcome.AlreadySo;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return (await client.CreateUserAsync(account, cancellationToken), ChangeOutcome.Done);
            }
            catch (ManagementApiException unclear) when (unclear.IsUnclear && attempt < MostAttempts)
            {
                ofConflict = ChangeOutcome.Done;
                await Task.Delay(FirstPause * attempt, clock, cancellationToken);
                if (await FindAsync(account, cancellationToken) is { } made)
                {
                    return (made, ChangeOutcome.Done);
                }
            }
            catch (ManagementApiException several) when (several.ErrorCode == "custom_domain_conflict")
            {
                throw new ProvisioningException(
                    ProvisioningErrorKind.NotDone,
                    $"the tenant has several custom domains and cannot tell which one an account in {account.Connection} belongs to; make one of them the default",
                    several);
            }
            catch (ManagementApiException taken) when (taken.Kind == ManagementApiErrorKind.Conflict)
            {
                // Made by an attempt whose answer was lost, and found only now; or by somebody else a moment ago.
                var there = await FindAsync(account, cancellationToken)
                    ?? throw new ProvisioningException(ProvisioningErrorKind.NotDone, $"{account.Connection} has such an account already, but it cannot be found by what was given", taken);
                return (there, ofConflict);
            }
            catch (ManagementApiException refused) when (refused.Kind == ManagementApiErrorKind.BadRequest)
            {
                throw new ProvisioningException(
                    ProvisioningErrorKind.NotDone,
                    $"the tenant refuses such an account in {account.Connection}: it must be a database or passwordless connection, and the account must have what that connection asks for",
                    refused);
            }
        }
    }

    // A search may answer more than was asked for.
    private static bool IsAskedFor(AccountRequest account, UserRecord user) => account switch
    {
        { Email: { } email } => string.Equals(user.Email, email, StringComparison.OrdinalIgnoreCase),
        { Username: { } name } => string.Equals(user.Username, name, StringComparison.OrdinalIgnoreCase),
        _ => NameForms.Digits(user.PhoneNumber) == NameForms.Digits(account.PhoneNumber),
    };

    /// <summary>The account where the connection has it already.</summary>
    /// <remarks>The look-up by address is immediate; what has no address is left to the search, and to the tenant's own 409.</remarks>
    public async Task<UserRecord?> FindAsync(AccountRequest account, CancellationToken cancellationToken)
    {
        var found = new List<UserRecord>();
        if (account.Email is { } email)
        {
            found.AddRange(await client.FindUsersByEmailAsync(email, cancellationToken));
        }
        else
        {
            var (field, value) = account.Username is { } name ? ("username", name) : ("phone_number", account.PhoneNumber ?? "");
            await foreach (var page in client.SearchUsersAsync($"{field}:{SearchText.Quote(value)}", sort: null, cursor: null, cancellationToken).DemandEvidenceAsync(cancellationToken))
            {
                found.AddRange(page.Items);
            }
        }

        return found.Find(user => user.UserId is not null && IsAskedFor(account, user) && user.Identities is { } known && known.Any(identity => identity.Connection == account.Connection));
    }
}
