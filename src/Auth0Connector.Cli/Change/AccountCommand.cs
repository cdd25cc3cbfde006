using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.Provisioning;
using Auth0Connector.Provisioning.Access;
using Auth0Connector.Provisioning.Accounts;
using Auth0Connector.Provisioning.Journal;
using Auth0Connector.Provisioning.Lookups;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Cli.Change;

/// <summary>Blocks, unblocks, creates and deletes accounts.</summary>
internal static class AccountCommand
{
    public static IReadOnlyList<string> Actions { get; } = ["disable", "enable", "create", "delete"];

    /// <summary>What it is called, which settings it has and what it does.</summary>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "account",
        Summary = "Blocks, unblocks, creates or deletes an account.",
        Settings = [
            ChangeFlags.User, ChangeFlags.EndSessions, ChangeFlags.Yes, ChangeFlags.Connection, ChangeFlags.Email, ChangeFlags.Username, ChangeFlags.Phone, ChangeFlags.Name,
            .. RecordFlags.Note, ChangeFlags.DryRun, RecordFlags.Journal, .. ChangeFlags.OfTenant,
        ],
        Words = Actions,
        Examples =
        [
            ("auth0-connector account disable --user ada@example.com --end-sessions", "lock somebody out at once"),
            ("auth0-connector account create --email ada@example.com --name \"Ada Lovelace\"", "a database account; its password is set by the tenant's reset"),
        ],
        Sources = SettingSources.Everywhere,
        ReadsLogLate = true,
        Run = RunAsync,
    };

    /// <summary>Runs it.</summary>
    public static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var settings = context.Settings;
        var action = context.Word!;
        var account = action == "create" ? AskedAccount.Read(settings) : null;
        Refuse(settings, action);
        using var run = ChangeSession.Open(context);
        await ScopeGate.RequireAsync(run.Client, Needs(settings, action), cancellationToken);
        if (account is not null)
        {
            return await CreateAsync(run, account, cancellationToken);
        }

        var changer = new AccountChanger(run.Client, run.Journal);
        var who = settings.Given(ChangeFlags.User)!.Text;
        if (await FindAsync(run, who, action, cancellationToken) is not { } user)
        {
            return Tell(run, action, who, AccessNames.None, run.IsDryRun ? ChangeOutcome.AlreadySo : changer.AlreadyDeleted(who));
        }

        var names = new AccessNames(user.Name, user.Email);
        run.WarnUnverified(UserLookup.IsUnverified(who, user), who);
        if (run.IsDryRun)
        {
            return Plan(run, action, user, names);
        }

        var outcome = action == "delete"
            ? await changer.DeleteAsync(user.UserId!, cancellationToken)
            : await changer.SetBlockedAsync(user, action == "disable", cancellationToken);
        if (settings.IsOn(ChangeFlags.EndSessions))
        {
            await changer.EndSessionsAsync(user.UserId!, cancellationToken);
        }

        return Tell(run, action, user.UserId!, names, outcome);
    }

    // Deleting by id what is gone is no mistake, so that a run can be repeated; a name that fits nobody always is one.
    private static async Task<UserRecord?> FindAsync(ChangeSession run, string who, string action, CancellationToken cancellationToken)
    {
        try
        {
            var users = new UserLookup(run.Client);
            return await PersonChoice.FindAsync(run.Session, who, named => users.FindAsync(named, cancellationToken));
        }
        catch (ProvisioningException gone) when (gone.Kind == ProvisioningErrorKind.NotFound && action == "delete" && NameForms.Of(who) == NameForm.Id)
        {
            return null;
        }
    }

    private static async Task<int> CreateAsync(ChangeSession run, AccountRequest account, CancellationToken cancellationToken)
    {
        var creation = new AccountCreation(run.Client, run.Journal, run.Session.Host.Clock);
        if (run.IsDryRun)
        {
            if (await creation.FindAsync(account, cancellationToken) is { } there)
            {
                return Tell(run, "create", there.UserId!, new AccessNames(there.Name, there.Email), ChangeOutcome.AlreadySo);
            }

            TellPlan(run, "create", PlannedRequest.Of(account), new ChangeJson { Action = "create", Outcome = OutcomeWords.Planned, PrincipalName = account.Name, PrincipalEmail = account.Email });
            return run.End(ExitCodes.Complete);
        }

        var (user, outcome) = await creation.CreateAsync(account, cancellationToken);
        return Tell(run, "create", user.UserId!, new AccessNames(user.Name, user.Email), outcome);
    }

    private static int Plan(ChangeSession run, string action, UserRecord user, AccessNames names)
    {
        var json = new ChangeJson { Action = action, Outcome = OutcomeWords.Planned, Principal = user.UserId, PrincipalName = names.Person, PrincipalEmail = names.Email };
        var planned = AccountAction.Find(action)!;
        if (planned.IsSo(user))
        {
            Tell(run, action, user.UserId!, names, ChangeOutcome.AlreadySo);
        }
        else
        {
            TellPlan(run, action, PlannedRequest.Of(planned.Write(user.UserId!)), json);
        }

        if (run.Settings.IsOn(ChangeFlags.EndSessions))
        {
            TellPlan(run, AccountAction.EndSessions.Name, PlannedRequest.Of(AccountAction.EndSessions.Write(user.UserId!)), json);
        }

        run.Warn($"note: this is about {names.DescribePerson(user.UserId!)}; nothing was changed");
        return run.End(ExitCodes.Complete);
    }

    private static void TellPlan(ChangeSession run, string action, PlannedRequest request, ChangeJson json) =>
        run.Tell(ChangeReport.Sending(request), json with { Action = action, Request = $"{request.Method} {request.Path}", Body = request.Body });

    private static int Tell(ChangeSession run, string action, string userId, AccessNames names, ChangeOutcome outcome)
    {
        var done = action switch { "disable" => "disabled", "enable" => "enabled", "create" => "created", _ => "deleted" };
        var words = outcome switch
        {
            ChangeOutcome.Done => done,
            ChangeOutcome.AlreadySo => action == "create" ? "already there" : $"already {done}",
            _ => "sent, but the tenant does not show it yet; run again to see",
        };
        run.Tell(
            $"{words}: {names.DescribePerson(userId)}",
            new ChangeJson { Action = action, Outcome = OutcomeWords.Of(outcome), Principal = userId, PrincipalName = names.Person, PrincipalEmail = names.Email });
        return run.End(outcome == ChangeOutcome.Unseen ? ExitCodes.Incomplete : ExitCodes.Complete);
    }

    private static void Refuse(ResolvedSettings settings, string action)
    {
        if (action != "create" && settings.Given(ChangeFlags.User) is null)
        {
            throw new UsageException($"account {action}: needs --user");
        }

        if (settings.IsOn(ChangeFlags.EndSessions) && action != "disable")
        {
            throw new UsageException("--end-sessions: goes with 'account disable' only; leave it out");
        }

        if (action == "delete" && !settings.IsOn(ChangeFlags.Yes) && !settings.IsOn(ChangeFlags.DryRun))
        {
            throw new UsageException("account delete: cannot be undone; add --yes to really delete, or --dry-run to see what would be");
        }
    }

    private static IEnumerable<ScopeNeed> Needs(ResolvedSettings settings, string action)
    {
        yield return ScopeNeeds.FindUsers;
        yield return AccountAction.Find(action)?.Need ?? ScopeNeeds.Create;
        if (settings.IsOn(ChangeFlags.EndSessions))
        {
            yield return AccountAction.EndSessions.Need;
        }
    }
}
