using System.Net;
using Auth0Connector.ObjectStore.Failures;
using Auth0Connector.ObjectStore.Naming;

namespace Auth0Connector.ObjectStore.Credentials;

/// <summary>Where keys may come from, in the order of the AWS tools. Each gives keys, nothing, or says what is wrong with what it was told.</summary>
/// <param name="variable">Gives a variable, or nothing.</param>
/// <param name="profile">What the profile says.</param>
/// <param name="http">Asks services; never through a proxy.</param>
/// <param name="region">The region of the store.</param>
internal sealed class CredentialSources(Func<string, string?> variable, Dictionary<string, string> profile, HttpClient http, string region)
{
    private static readonly string[] ContainerHosts = ["169.254.170.2", "169.254.170.23", "[fd00:ec2::23]"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PatienceWithMachine = TimeSpan.FromSeconds(2);

    /// <summary>The keys.</summary>
    /// <exception cref="ObjectStoreException">There are none.</exception>
    public async Task<StoreCredentials> ReadAsync(CancellationToken cancellationToken) =>
        FromVariables()
        ?? (Given("AWS_PROFILE") is null ? null : FromProfile())
        ?? await FromWebIdentityAsync(cancellationToken)
        ?? FromProfile()
        ?? await FromContainerAsync(cancellationToken)
        ?? await FromMachineAsync(cancellationToken)
        ?? throw Mistake(
            Given("AWS_PROFILE") is { } named && !string.Equals(named, "default", StringComparison.Ordinal)
                ? $"AWS_PROFILE: profile '{named}' holds no keys (roles and SSO of profiles are not read here); run: eval \"$(aws configure export-credentials --format env)\""
                : "the object store needs keys: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE, or give the machine or container a role");

    private StoreCredentials? FromVariables()
    {
        var (id, secret) = (Given("AWS_ACCESS_KEY_ID"), Given("AWS_SECRET_ACCESS_KEY"));
        return (id, secret) switch
        {
            (null, null) => null,
            (null, _) => throw Mistake("AWS_ACCESS_KEY_ID: is not set, but AWS_SECRET_ACCESS_KEY is; set both"),
            (_, null) => throw Mistake("AWS_SECRET_ACCESS_KEY: is not set, but AWS_ACCESS_KEY_ID is; set both"),
            _ => new StoreCredentials(id, secret, Given("AWS_SESSION_TOKEN")),
        };
    }

    private StoreCredentials? FromProfile() =>
        profile.TryGetValue("aws_access_key_id", out var id) && profile.TryGetValue("aws_secret_access_key", out var secret)
            ? new StoreCredentials(id, secret, profile.GetValueOrDefault("aws_session_token"))
            : null;

    private async Task<StoreCredentials?> FromWebIdentityAsync(CancellationToken cancellationToken)
    {
        if (Given("AWS_WEB_IDENTITY_TOKEN_FILE") is not { } file || Given("AWS_ROLE_ARN") is not { } role)
        {
            return null;
        }

        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Action"] = "AssumeRoleWithWebIdentity",
            ["Version"] = "2011-06-15",
            ["RoleArn"] = role,
            ["RoleSessionName"] = Given("AWS_ROLE_SESSION_NAME") ?? "auth0-connector",
            ["WebIdentityToken"] = await ReadTokenAsync("AWS_WEB_IDENTITY_TOKEN_FILE", file, cancellationToken),
        });
        var address = Given("AWS_ENDPOINT_URL_STS") is { } own
            ? StoreAddress.ReadUrl("AWS_ENDPOINT_URL_STS", own)
            : new Uri($"https://sts.{region}.{StoreAddress.Domain(region)}/");
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = form };
        var (status, text) = await AskAsync(request, Patience, cancellationToken);
        return CredentialAnswer.FromXml(text)
            ?? throw Refused($"the role of AWS_ROLE_ARN cannot be taken ({StoreAnswer.Element(text, "Code") ?? Words(status)}); check that it trusts this token");
    }

    private async Task<StoreCredentials?> FromContainerAsync(CancellationToken cancellationToken)
    {
        var address = Given("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI") is { } path ? new Uri("http://169.254.170.2" + path)
            : Given("AWS_CONTAINER_CREDENTIALS_FULL_URI") is { } full ? new Uri(full)
            : null;
        if (address is null)
        {
            return null;
        }

        if (address.Scheme != "https" && !address.IsLoopback && !ContainerHosts.Contains(address.Host, StringComparer.Ordinal))
        {
            throw Mistake("AWS_CONTAINER_CREDENTIALS_FULL_URI: keys are not asked for over plain HTTP beyond this machine; give an https:// address");
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        var token = Given("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE") is { } file
            ? await ReadTokenAsync("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", file, cancellationToken)
            : Given("AWS_CONTAINER_AUTHORIZATION_TOKEN");
        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", token);
        }

        var (status, text) = await AskAsync(request, Patience, cancellationToken);
        return CredentialAnswer.FromJson(text) ?? throw Refused($"the container's service of credentials gave no keys ({Words(status)}); check the role of the container");
    }

    // Instance metadata, version 2. A machine that is none of AWS answers nothing, which is no failure.
    private async Task<StoreCredentials?> FromMachineAsync(CancellationToken cancellationToken)
    {
        if (string.Equals(Given("AWS_EC2_METADATA_DISABLED"), "true", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var service = (Given("AWS_EC2_METADATA_SERVICE_ENDPOINT") ?? "http://169.254.169.254").TrimEnd('/') + "/latest/";
        try
        {
            using var begin = new HttpRequestMessage(HttpMethod.Put, service + "api/token");
            begin.Headers.Add("X-aws-ec2-metadata-token-ttl-seconds", "300");
            var (status, token) = await AskAsync(begin, PatienceWithMachine, cancellationToken);
            if (status != HttpStatusCode.OK)
            {
                return null;
            }

            const string Roles = "meta-data/iam/security-credentials/";
            var (found, role) = await GetAsync(service + Roles, token, cancellationToken);
            return found == HttpStatusCode.OK
                ? CredentialAnswer.FromJson((await GetAsync(service + Roles + Uri.EscapeDataString(role.Split('\n')[0].Trim()), token, cancellationToken)).Text)
                : null;
        }
        catch (ObjectStoreException failure) when (failure.Kind == ObjectStoreErrorKind.Unreachable)
        {
            return null;
        }
    }

    private async Task<(HttpStatusCode Status, string Text)> GetAsync(string address, string token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("X-aws-ec2-metadata-token", token);
        return await AskAsync(request, PatienceWithMachine, cancellationToken);
    }

    private async Task<(HttpStatusCode Status, string Text)> AskAsync(HttpRequestMessage request, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return (response.StatusCode, await StoreAnswer.ReadAsync(response, limit.Token));
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new ObjectStoreException(
                ObjectStoreErrorKind.Unreachable, $"the service that hands out keys, {request.RequestUri!.Authority}, does not answer; check the network", failure);
        }
    }

    private static async Task<string> ReadTokenAsync(string label, string file, CancellationToken cancellationToken)
    {
        try
        {
            return (await File.ReadAllTextAsync(file, cancellationToken)).Trim();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ObjectStoreException(ObjectStoreErrorKind.Settings, $"{label}: '{file}' cannot be read; check the mount of the token", failure);
        }
    }

    private string? Given(string name) => variable(name) is { Length: > 0 } value ? value : null;

    private static string Words(HttpStatusCode status) => $"status {(int)status}";

    private static ObjectStoreException Mistake(string message) => new(ObjectStoreErrorKind.Settings, message);

    private static ObjectStoreException Refused(string message) => new(ObjectStoreErrorKind.Refused, message);
}
