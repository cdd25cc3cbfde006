using Auth0Connector.Provisioning.Accounts;
using Auth0Connector.Service.Protocol;

namespace Auth0Connector.Service.Tasks.Changes;

/// <summary>Every action that is offered, in the order of their names; they belong to no resource type.</summary>
internal static class AccountActions
{
    public static IReadOnlyList<OfferedAction> All { get; } =
    [
        new(
            AccountAction.Disable,
            "disable_account",
            "Disable account",
            "Blocks the person from signing in. Sessions that are open go on; end_sessions ends them.",
            ActionType.Account,
            ActionType.AccountDisable),
        new(
            AccountAction.Enable,
            "enable_account",
            "Enable account",
            "Lets a blocked person sign in again. Auth0's own blocks for too many failed sign-ins stay.",
            ActionType.Account,
            ActionType.AccountEnable),
        new(
            AccountAction.EndSessions,
            "end_sessions",
            "End sessions",
            "Ends all sessions and refresh tokens of the person; Auth0 does it a moment later.",
            ActionType.Account,
            ActionType.Dynamic),
    ];

    /// <summary>The action of a name; those of a resource type are none.</summary>
    public static OfferedAction? Find(string name, string resourceTypeId = "") =>
        resourceTypeId.Length > 0 ? null : All.FirstOrDefault(action => action.Name == name);
}
