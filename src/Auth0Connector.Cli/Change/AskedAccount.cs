using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.Provisioning.Accounts;

namespace Auth0Connector.Cli.Change;

/// <summary>Reads the account that <c>account create</c> asks for.</summary>
internal static class AskedAccount
{
    public static AccountRequest Read(ResolvedSettings settings) => Check(new AccountRequest
    {
        Connection = settings.Text(ChangeFlags.Connection)!,
        Email = settings.Given(ChangeFlags.Email)?.Text,
        Username = settings.Given(ChangeFlags.Username)?.Text,
        PhoneNumber = settings.Given(ChangeFlags.Phone)?.Text,
        Name = settings.Given(ChangeFlags.Name)?.Text,
    });

    /// <summary>Completes an account: one that signs in with a password gets a first one that nobody knows.</summary>
    public static AccountRequest Check(AccountRequest account) => account switch
    {
        { Email: null, Username: null, PhoneNumber: null } =>
            throw new UsageException("account create: needs --email, --username or --phone, whichever the connection signs in with"),
        _ when AccountForm.IsPasswordless(account.Connection) => account,
        _ => account with { Password = FirstPassword.Create() },
    };
}
