using Auth0Connector.MockTenant;

namespace Auth0Connector.Testing.Processes;

/// <summary>A folder and variables of its own, for the program to run with.</summary>
public class ProgramFolder : IDisposable
{
    private readonly TempFolder _folder = new();

    /// <summary>The folder.</summary>
    public string Directory => _folder.Path;

    /// <summary>What the program's environment has besides.</summary>
    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);

    /// <summary>Lets the variables lead to a tenant.</summary>
    public void LeadTo(MockTenantServer tenant) => LeadTo(tenant.BaseUrl.AbsoluteUri, tenant.Options.ClientId, tenant.Options.ClientSecret);

    /// <summary>Lets the variables lead to an address, with an application's id and secret.</summary>
    public void LeadTo(string baseUrl, string clientId, string secret)
    {
        Variables["BATON_AUTH0_BASE_URL"] = baseUrl;
        Variables["BATON_AUTH0_CLIENT_ID"] = clientId;
        Variables["BATON_AUTH0_CLIENT_SECRET"] = secret;
    }

    /// <summary>The path of a file in the folder, whether it is there or not.</summary>
    public string PathOf(string name) => _folder.File(name);

    /// <summary>Writes a file into the folder.</summary>
    public void Write(string name, string text) => File.WriteAllText(PathOf(name), text);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets go of what it holds.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _folder.Dispose();
        }
    }
}
