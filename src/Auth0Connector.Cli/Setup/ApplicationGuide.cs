namespace Auth0Connector.Cli.Setup;

/// <summary>How to make the application that a sync asks as: in the dashboard, with the auth0 CLI, and with Terraform.</summary>
/// <param name="Tenant">The root of the tenant.</param>
/// <param name="Audience">The audience of the Management API.</param>
/// <param name="Scopes">The scopes to grant, and no others.</param>
/// <param name="PublicKey">The public half of a key pair in PEM form, where the application proves itself with one.</param>
internal sealed record ApplicationGuide(Uri Tenant, string Audience, IReadOnlyList<string> Scopes, string? PublicKey)
{
    private const string Name = "access sync";

    /// <summary>All three ways, line by line.</summary>
    public IEnumerable<string> Lines() => [.. Dashboard(), "", .. CommandLine(), "", "Or with Terraform:", "", .. Terraform().Select(static line => line.Length == 0 ? line : "    " + line)];

    /// <summary>The steps in the dashboard.</summary>
    public IEnumerable<string> Dashboard()
    {
        yield return $"In the dashboard (https://manage.auth0.com) of {Tenant.Host}:";
        yield return $"  1. Applications > Applications > Create Application: name it \"{Name}\", type Machine to Machine.";
        yield return "  2. Choose the Auth0 Management API, and grant exactly these permissions:";
        foreach (var few in Scopes.Chunk(3))
        {
            yield return "       " + string.Join(' ', few);
        }

        yield return PublicKey is null
            ? "  3. Its Settings show the Client ID and the Client Secret."
            : "  3. Its Settings show the Client ID. Under Credentials choose Private Key JWT, and add the public key as a credential.";
    }

    /// <summary>The commands of the auth0 CLI.</summary>
    public IEnumerable<string> CommandLine()
    {
        yield return "Or with the auth0 CLI (https://github.com/auth0/auth0-cli):";
        yield return "";
        yield return $"    auth0 login && auth0 tenants use {Tenant.Host}";
        yield return $"    auth0 apps create --name \"{Name}\" --type m2m{(PublicKey is null ? " --reveal-secrets" : string.Empty)}";
        yield return $"    auth0 api post client-grants --data '{{\"client_id\":\"THE_CLIENT_ID\",\"audience\":\"{Audience}\",\"scope\":[{string.Join(',', Scopes.Select(static scope => $"\"{scope}\""))}]}}'";
    }

    /// <summary>The text for Terraform's auth0 provider.</summary>
    public IEnumerable<string> Terraform()
    {
        yield return "resource \"auth0_client\" \"access_sync\" {";
        yield return $"  name        = \"{Name}\"";
        yield return "  app_type    = \"non_interactive\"";
        yield return "  grant_types = [\"client_credentials\"]";
        yield return "}";
        yield return "";
        yield return "resource \"auth0_client_grant\" \"access_sync\" {";
        yield return "  client_id = auth0_client.access_sync.id";
        yield return $"  audience  = \"{Audience}\"";
        yield return "  scopes = [";
        foreach (var few in Scopes.Chunk(3))
        {
            yield return $"    {string.Join(", ", few.Select(static scope => $"\"{scope}\""))},";
        }

        yield return "  ]";
        yield return "}";
        if (PublicKey is not { } key)
        {
            yield break;
        }

        yield return "";
        yield return "resource \"auth0_client_credentials\" \"access_sync\" {";
        yield return "  client_id             = auth0_client.access_sync.id";
        yield return "  authentication_method = \"private_key_jwt\"";
        yield return "  private_key_jwt {";
        yield return "    credentials {";
        yield return "      credential_type = \"public_key\"";
        yield return "      algorithm       = \"RS256\"";
        yield return "      pem             = <<-EOF";
        foreach (var line in key.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            yield return "        " + line.TrimEnd('\r');
        }

        yield return "      EOF";
        yield return "    }";
        yield return "  }";
        yield return "}";
    }
}
