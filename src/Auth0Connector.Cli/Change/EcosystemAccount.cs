using System.Text.Json;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.Provisioning.Access;
using Auth0Connector.Provisioning.Accounts;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Cli.Change;

/// <summary>Creates an account by the ecosystem's flags; the connection comes from the profile.</summary>
internal static class EcosystemAccount
{
    public static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var settings = context.Settings;
        if (EcosystemChange.Text(settings, EcosystemChangeFlags.CreateAccountType) is not (null or ResourceTypeIds.User))
        {
            throw new UsageException($"{settings.Given(EcosystemChangeFlags.CreateAccountType)!.Label}: only accounts of type user are created here");
        }

        var account = Read(settings);
        using var run = ChangeSession.Open(context);
        await ScopeGate.RequireAsync(run.Client, [ScopeNeeds.Create, ScopeNeeds.FindUsers], cancellationToken);
        await new AccountCreation(run.Client, run.Journal, context.Host.Clock).CreateAsync(account, cancellationToken);
        return run.End(ExitCodes.Complete);
    }

    private static AccountRequest Read(ResolvedSettings settings)
    {
        var login = EcosystemChange.Text(settings, EcosystemChangeFlags.CreateAccountLogin);
        var email = EcosystemChange.Text(settings, EcosystemChangeFlags.CreateAccountEmail);
        return AskedAccount.Check(AccountForm.Read(login, email, Profile(settings), ChangeFlags.Connection.Default!));
    }

    private static Dictionary<string, string> Profile(ResolvedSettings settings)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (EcosystemChange.Text(settings, EcosystemChangeFlags.CreateAccountProfile) is not { } text)
        {
            return values;
        }

        try
        {
            using var profile = JsonDocument.Parse(text);
            foreach (var property in profile.RootElement.EnumerateObject().Where(static property => property.Value.ValueKind == JsonValueKind.String))
            {
                values[property.Name] = property.Value.GetString()!;
            }
        }
        catch (Exception mistake) when (mistake is JsonException or InvalidOperationException)
        {
            throw new UsageException("--create-account-profile: is no JSON object; give one such as {\"name\":\"Ada Lovelace\"}", mistake);
        }

        return values;
    }
}
