using System.Text;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.ManagementApi.Writes;

namespace Auth0Connector.Provisioning.Access;

/// <summary>A request as a dry run shows it: the value that would be sent, in words.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path below the root of the tenant, escaped.</param>
/// <param name="Body">JSON body, if there is one.</param>
public sealed record PlannedRequest(string Method, string Path, string? Body)
{
    /// <summary>What stands for a first password.</summary>
    public const string HiddenPassword = "(drawn when it is sent)";

    /// <summary>The request as it is sent.</summary>
    public static PlannedRequest Of(ApiWrite write) => new(write.Method, write.Path, write.Body is { } body ? Encoding.UTF8.GetString(body.Span) : null);

    /// <summary>The request that a change sends.</summary>
    public static PlannedRequest Of(AccessChange change) => Of(change.Write);

    /// <summary>The request that creates an account; its first password is drawn when it is sent, and shown to nobody.</summary>
    public static PlannedRequest Of(AccountRequest account) =>
        Of(ApiWrites.CreateUser(account with { Password = account.Password is null ? null : HiddenPassword }));
}
