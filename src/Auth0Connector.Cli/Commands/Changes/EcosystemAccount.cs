using System.Text.Json;
using Auth0Connector.Cli.Errors;
using Auth0Connector.Cli.Settings;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.Provisioning.Access;
using Auth0Connector.Provisioning.Accounts;

namespace Auth0Connector.Cli.Commands.Changes;

/// <summary>Creates an account by the ecosystem's flags; the connection comes from the profile.</summary>
internal static class EcosystemAccount
{
    public static async Task<int> RunAsync(Session session, ResolvedSettings settings, CancellationToken cancellationToken)
    {
        if (EcosystemChange.Text(settings, EcosystemTable.CreateAccountType) is not (null or "user"))
        {
            throw new ConfigurationException($"{settings.Given(EcosystemTable.CreateAccountType)!.Label}: only accounts of type user are created here");
        }

        var account = Read(settings);
        using var run = ChangeSession.Open(session, settings);
        await ScopeGate.RequireAsync(run.Client, [ScopeNeeds.Create, ScopeNeeds.FindUsers], cancellationToken);
        await new AccountCreation(run.Client, run.Journal, session.Host.Clock).CreateAsync(account, cancellationToken);
        return run.End(ExitCodes.Complete);
    }

    private static AccountRequest Read(ResolvedSettings settings)
    {
        var login = EcosystemChange.Text(settings, EcosystemTable.CreateAccountLogin);
        var email = EcosystemChange.Text(settings, EcosystemTable.CreateAccountEmail) ?? (login?.Contains('@', StringComparison.Ordinal) == true ? login : null);
        var profile = Profile(settings);
        return AccountReader.Check(new AccountRequest
        {
            Connection = profile.GetValueOrDefault("connection") ?? ChangeTable.Connection.Default!,
            Email = email ?? profile.GetValueOrDefault("email"),
            Username = profile.GetValueOrDefault("username") ?? (login?.Contains('@', StringComparison.Ordinal) == false && login[0] != '+' ? login : null),
            PhoneNumber = profile.GetValueOrDefault("phone_number") ?? (login?[0] == '+' ? login : null),
            Name = profile.GetValueOrDefault("name"),
            GivenName = profile.GetValueOrDefault("given_name") ?? profile.GetValueOrDefault("first_name"),
            FamilyName = profile.GetValueOrDefault("family_name") ?? profile.GetValueOrDefault("last_name"),
        });
    }

    private static Dictionary<string, string> Profile(ResolvedSettings settings)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (EcosystemChange.Text(settings, EcosystemTable.CreateAccountProfile) is not { } text)
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
            throw new ConfigurationException("--create-account-profile: is no JSON object; give one such as {\"name\":\"Ada Lovelace\"}", mistake);
        }

        return values;
    }
}
