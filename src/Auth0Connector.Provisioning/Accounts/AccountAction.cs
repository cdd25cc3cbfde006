using Auth0Connector.ManagementApi.Records;
using Auth0Connector.ManagementApi.Writes;
using Auth0Connector.Provisioning.Access;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Provisioning.Accounts;

/// <summary>Something that is done to an account that is there.</summary>
/// <param name="Name">Its word in commands and in the journal.</param>
/// <param name="Need">The scopes that it needs.</param>
/// <param name="Write">The request that does it to the user of an id.</param>
public sealed record AccountAction(string Name, ScopeNeed Need, Func<string, ApiWrite> Write)
{
    /// <summary>Blocking.</summary>
    public static AccountAction Disable { get; } = new("disable", ScopeNeeds.Block, static user => ApiWrites.Blocked(user, blocked: true)) { Blocks = true };

    /// <summary>Unblocking.</summary>
    public static AccountAction Enable { get; } = new("enable", ScopeNeeds.Block, static user => ApiWrites.Blocked(user, blocked: false)) { Blocks = false };

    /// <summary>Deleting.</summary>
    public static AccountAction Delete { get; } = new("delete", ScopeNeeds.Delete, ApiWrites.DeleteUser);

    /// <summary>Ending sessions and refresh tokens.</summary>
    public static AccountAction EndSessions { get; } = new("end sessions", ScopeNeeds.EndSessions, ApiWrites.EndAccess);

    /// <summary>Setting a password.</summary>
    /// <param name="connection">The database connection that the person signs in by.</param>
    /// <param name="password">The new password.</param>
    public static AccountAction NewPassword(string connection, string password) =>
        new("set password", ScopeNeeds.SetPassword, user => ApiWrites.Password(user, connection, password));

    /// <summary>The action of a word.</summary>
    public static AccountAction? Find(string name) => new[] { Disable, Enable, Delete, EndSessions }.FirstOrDefault(action => action.Name == name);

    /// <summary>Whether an account is blocked after it; <see langword="null"/> where it is about something else.</summary>
    public bool? Blocks { get; init; }

    /// <summary>Whether the account is as the action wants it, as far as it can be read from it.</summary>
    public bool IsSo(UserRecord? user) => Blocks is { } blocked && (user?.Blocked ?? false) == blocked;
}
