using Auth0Connector.ManagementApi.Records;
using Auth0Connector.Provisioning.Accounts;
using Auth0Connector.Service.Protocol;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Auth0Connector.Service.Tasks.Changes;

/// <summary>Reads the account that a task asks for.</summary>
internal static class AskedNewAccount
{
    /// <summary>The account, without a password.</summary>
    /// <exception cref="TaskMistakeException">It lacks what its connection signs in with.</exception>
    public static AccountRequest Read(AccountInfo? info)
    {
        if (info is null)
        {
            throw new TaskMistakeException(StatusCode.InvalidArgument, "malformed create account task");
        }

        var address = (info.Emails.FirstOrDefault(static email => email.IsPrimary && email.Address.Length > 0)
            ?? info.Emails.FirstOrDefault(static email => email.Address.Length > 0))?.Address;
        var account = AccountForm.Read(info.Login.Length > 0 ? info.Login : null, address, Texts(info.Profile));
        return AccountForm.Lacks(account) is { } missing
            ? throw new TaskMistakeException(StatusCode.InvalidArgument, $"an account in the connection '{account.Connection}' needs {missing}; nothing was created")
            : account;
    }

    private static Dictionary<string, string> Texts(Struct? profile) => profile is null
        ? []
        : profile.Fields
            .Where(static field => field.Value.KindCase == Value.KindOneofCase.StringValue)
            .ToDictionary(static field => field.Key, static field => field.Value.StringValue.Trim(), StringComparer.Ordinal);
}
