using Auth0Connector.Cli.Settings;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.Provisioning.Accounts;

namespace Auth0Connector.Cli.Commands.Changes;

/// <summary>Reads the account that <c>account create</c> asks for.</summary>
internal static class AccountReader
{
    public static AccountRequest Read(ResolvedSettings settings) => Check(new AccountRequest
    {
        Connection = settings.Text(ChangeTable.Connection)!,
        Email = settings.Given(ChangeTable.Email)?.Text,
        Username = settings.Given(ChangeTable.Username)?.Text,
        PhoneNumber = settings.Given(ChangeTable.Phone)?.Text,
        Name = settings.Given(ChangeTable.Name)?.Text,
    });

    /// <summary>Completes an account: one that signs in with a password gets a first one that nobody knows.</summary>
    public static AccountRequest Check(AccountRequest account) => account switch
    {
        { Email: null, Username: null, PhoneNumber: null } =>
            throw new ConfigurationException("account create: needs --email, --username or --phone, whichever the connection signs in with"),
        { Connection: "sms" or "email" } => account,
        _ => account with { Password = FirstPassword.Create() },
    };
}
