using Auth0Connector.Cli.Errors;
using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Settings;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.Provisioning;
using Auth0Connector.Provisioning.Accounts;
using Auth0Connector.Provisioning.Changes;
using Auth0Connector.Provisioning.Lookups;
using Auth0Connector.Provisioning.Scopes;

namespace Auth0Connector.Cli.Commands.Changes;

/// <summary>Blocks, unblocks, creates and deletes accounts.</summary>
internal static class AccountCommand
{
    public static IReadOnlyList<string> Actions { get; } = ["disable", "enable", "create", "delete"];

    /// <summary>Runs it.</summary>
    public static async Task<int> RunAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var settings = ChangeSession.Resolve(session, ChangeTable.Account, invocation);
        var action = invocation.Word!;
        var account = action == "create" ? AccountReader.Read(settings) : null;
        Refuse(settings, action);
        using var run = ChangeSession.Open(session, settings);
        await ScopeGate.RequireAsync(run.Client, Needs(settings, action), cancellationToken);
        if (account is not null)
        {
            return await CreateAsync(run, account, cancellationToken);
        }

        var changer = new AccountChanger(run.Client, run.Journal);
        var who = settings.Given(ChangeTable.User)!.Text;
        if (await FindAsync(run, who, action, cancellationToken) is not { } user)
        {
            return Tell(run, action, who, run.IsDryRun ? ChangeOutcome.AlreadySo : changer.AlreadyDeleted(who));
        }

        if (run.IsDryRun)
        {
            Plan(run, action, user.UserId!);
            return ExitCodes.Complete;
        }

        var outcome = action == "delete"
            ? await changer.DeleteAsync(user.UserId!, cancellationToken)
            : await changer.SetBlockedAsync(user, action == "disable", cancellationToken);
        if (settings.IsOn(ChangeTable.EndSessions))
        {
            await changer.EndSessionsAsync(user.UserId!, cancellationToken);
        }

        return Tell(run, action, user.UserId!, outcome);
    }

    // Deleting by id what is gone is no mistake, so that a run can be repeated; a name that fits nobody always is one.
    private static async Task<UserRecord?> FindAsync(ChangeSession run, string who, string action, CancellationToken cancellationToken)
    {
        try
        {
            return await new UserLookup(run.Client).FindAsync(who, cancellationToken);
        }
        catch (ProvisioningException gone) when (gone.Kind == ProvisioningErrorKind.NotFound && action == "delete" && UserLookup.IsId(who))
        {
            return null;
        }
    }

    private static async Task<int> CreateAsync(ChangeSession run, AccountRequest account, CancellationToken cancellationToken)
    {
        if (run.IsDryRun)
        {
            run.Tell(
                $"would send POST /api/v2/users for an account in {account.Connection}",
                new ChangeJson { Action = "create", Outcome = "dry run", Request = "POST /api/v2/users" });
            return ExitCodes.Complete;
        }

        var (user, outcome) = await new AccountCreation(run.Client, run.Journal, run.Session.Host.Clock).CreateAsync(account, cancellationToken);
        return Tell(run, "create", user.UserId!, outcome);
    }

    private static void Plan(ChangeSession run, string action, string userId)
    {
        var path = $"/api/v2/users/{Uri.EscapeDataString(userId)}";
        var (request, body) = action == "delete"
            ? ($"DELETE {path}", null)
            : ($"PATCH {path}", action == "disable" ? "{\"blocked\":true}" : "{\"blocked\":false}");
        run.Tell($"would send {request} {body}".TrimEnd(), new ChangeJson { Action = action, Outcome = "dry run", Principal = userId, Request = request, Body = body });
        if (run.Settings.IsOn(ChangeTable.EndSessions))
        {
            run.Tell(
                $"would send POST {path}/revoke-access {{}}",
                new ChangeJson { Action = "end sessions", Outcome = "dry run", Principal = userId, Request = $"POST {path}/revoke-access", Body = "{}" });
        }
    }

    private static int Tell(ChangeSession run, string action, string userId, ChangeOutcome outcome)
    {
        var done = action switch { "disable" => "disabled", "enable" => "enabled", "create" => "created", _ => "deleted" };
        var words = outcome switch
        {
            ChangeOutcome.Done => done,
            ChangeOutcome.AlreadySo => action == "create" ? "already there" : $"already {done}",
            _ => "sent, but the tenant does not show it yet; run again to see",
        };
        run.Tell($"{words}: {userId}", new ChangeJson { Action = action, Outcome = ChangeJson.Name(outcome), Principal = userId });
        return outcome == ChangeOutcome.Unseen ? ExitCodes.Incomplete : ExitCodes.Complete;
    }

    private static void Refuse(ResolvedSettings settings, string action)
    {
        if (action != "create" && settings.Given(ChangeTable.User) is null)
        {
            throw new ConfigurationException($"account {action}: needs --user");
        }

        if (settings.IsOn(ChangeTable.EndSessions) && action != "disable")
        {
            throw new ConfigurationException("--end-sessions: goes with 'account disable' only; leave it out");
        }

        if (action == "delete" && !settings.IsOn(ChangeTable.Yes) && !settings.IsOn(ChangeTable.DryRun))
        {
            throw new ConfigurationException("account delete: cannot be undone; add --yes to really delete, or --dry-run to see what would be");
        }
    }

    private static IEnumerable<ScopeNeed> Needs(ResolvedSettings settings, string action)
    {
        yield return ScopeNeeds.FindUsers;
        yield return action switch { "create" => ScopeNeeds.Create, "delete" => ScopeNeeds.Delete, _ => ScopeNeeds.Block };
        if (settings.IsOn(ChangeTable.EndSessions))
        {
            yield return ScopeNeeds.EndSessions;
        }
    }
}
