using System.Security.Cryptography;
using System.Text;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.Provisioning.Accounts;
using Auth0Connector.Service.Credentials;
using Auth0Connector.Service.Protocol;
using Auth0Connector.Service.Secrets;
using Grpc.Core;
using Choice = Auth0Connector.Service.Protocol.CredentialOptions.OptionsOneofCase;

namespace Auth0Connector.Service.Tasks.Changes;

/// <summary>
/// The passwords that tasks ask for. Everything that can be wrong with one, or with those who are to read it, is found here,
/// before anything is made or changed.
/// </summary>
internal sealed class AskedPasswords(ConnectorSecret secret)
{
    // By this name the ecosystem knows the secret.
    private const string SecretName = "password";

    /// <summary>The password of an account that is to be made; none where its connection has none.</summary>
    /// <exception cref="TaskMistakeException">It cannot be made as asked.</exception>
    /// <exception cref="SecretException">Likewise, or one of its readers could not read it.</exception>
    public AskedPassword OfNewAccount(CredentialOptions? options, IReadOnlyList<EncryptionConfig> readers, AccountRequest account)
    {
        var choice = ChoiceOf(options);
        if (!AccountForm.IsPasswordless(account.Connection))
        {
            // Auth0 makes no account in a database without a password: where none is asked for, it gets one that nobody knows.
            return choice is Choice.None or Choice.NoPassword ? new AskedPassword(FirstPassword.Create(), []) : Of(options!, readers);
        }

        return choice is Choice.None or Choice.NoPassword
            ? AskedPassword.None
            : throw Mistake($"people of the passwordless connection '{account.Connection}' have no password; nothing was created");
    }

    /// <summary>The password that takes the place of another.</summary>
    /// <exception cref="TaskMistakeException">It cannot be made as asked.</exception>
    /// <exception cref="SecretException">Likewise, or one of its readers could not read it.</exception>
    public AskedPassword OfRotation(CredentialOptions? options, IReadOnlyList<EncryptionConfig> readers) =>
        ChoiceOf(options) is Choice.RandomPassword or Choice.EncryptedPassword
            ? Of(options!, readers)
            : throw Mistake("a new password must be a random or an encrypted one; nothing was changed");

    private AskedPassword Of(CredentialOptions options, IReadOnlyList<EncryptionConfig> readers)
    {
        if (options.OptionsCase == Choice.EncryptedPassword)
        {
            return readers.Count > 0
                ? throw Mistake("encryption configs should never be supplied for encrypted passwords")
                : new AskedPassword(SealedPassword.Open(options.EncryptedPassword, secret), []);
        }

        if (readers.Count == 0)
        {
            throw Mistake("a random password that is encrypted for nobody could be read by nobody; nothing was changed");
        }

        var recipients = SecretRecipients.Check(readers);
        var text = RandomPasswords.Create(options.RandomPassword);
        var bytes = Encoding.UTF8.GetBytes(text);
        try
        {
            return new AskedPassword(text, recipients.Seal(SecretName, bytes));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    private static Choice ChoiceOf(CredentialOptions? options)
    {
        if (options is null)
        {
            return Choice.None;
        }

        if (options.OptionsCase == Choice.None)
        {
            throw Mistake("error: converting credential options failed: invalid credential options");
        }

        if (options.OptionsCase == Choice.Sso)
        {
            throw Mistake("accounts that sign in by another provider make themselves at the first sign-in; nothing was changed");
        }

        return options.ForceChangeAtNextLogin
            ? throw Mistake("Auth0 cannot ask for a new password at the next sign-in; ask without force_change_at_next_login; nothing was changed")
            : options.OptionsCase;
    }

    private static TaskMistakeException Mistake(string what) => new(StatusCode.InvalidArgument, what);
}
