using Auth0Connector.ObjectStore.Credentials;
using Auth0Connector.ObjectStore.Naming;
using Auth0Connector.ObjectStore.Transfer;

namespace Auth0Connector.ObjectStore;

/// <summary>Reads and writes single objects of a store that speaks the language of S3.</summary>
public sealed class ObjectStoreClient : IDisposable
{
    private readonly HttpClient _http = Http(useProxy: true);
    private readonly HttpClient _credentialHttp = Http(useProxy: false);
    private readonly StoreAddress _address;
    private readonly StoreConnection _connection;

    private ObjectStoreClient(Func<string, string?> variable, Action<string> hide, TimeProvider clock, TimeSpan? firstPause)
    {
        var profile = ProfileFile.Read(variable);
        _address = StoreAddress.Read(variable, profile.GetValueOrDefault("region"));
        var keeper = new CredentialKeeper(new CredentialSources(variable, profile, _credentialHttp, _address.Region), hide, clock);
        _connection = new StoreConnection(_http, _address, keeper, clock) { FirstPause = firstPause ?? TimeSpan.FromMilliseconds(500) };
    }

    /// <summary>A client whose settings are the variables and files of the AWS tools.</summary>
    /// <param name="variable">Gives a variable, or nothing.</param>
    /// <param name="hide">Told of every secret before it is used.</param>
    /// <param name="clock">The clock.</param>
    /// <exception cref="Failures.ObjectStoreException">A setting is a mistake.</exception>
    public static ObjectStoreClient Open(Func<string, string?> variable, Action<string> hide, TimeProvider clock) => new(variable, hide, clock, firstPause: null);

    /// <summary>The same with other pauses between tries.</summary>
    internal static ObjectStoreClient Open(Func<string, string?> variable, Action<string> hide, TimeProvider clock, TimeSpan firstPause) => new(variable, hide, clock, firstPause);

    /// <summary>What tells an object from those of the same name in other stores.</summary>
    public string Identity(ObjectName name) => $"{_address}\n{name}";

    /// <summary>Reads an object into a file and gives its tag; <see langword="null"/>, and no file, where there is no object.</summary>
    /// <exception cref="Failures.ObjectStoreException">It cannot be read.</exception>
    public Task<string?> DownloadAsync(ObjectName name, string path, CancellationToken cancellationToken) =>
        new ObjectDownload(_connection, name, path).RunAsync(cancellationToken);

    /// <summary>Writes a file as an object, in the place of the content of that tag, or where there was no object.</summary>
    /// <exception cref="Failures.ObjectStoreException">It was not written, or somebody else wrote it meanwhile.</exception>
    public Task UploadAsync(ObjectName name, string path, string? formerTag, CancellationToken cancellationToken) =>
        new ObjectUpload(_connection, name, path, formerTag).RunAsync(cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        _http.Dispose();
        _credentialHttp.Dispose();
    }

    private static HttpClient Http(bool useProxy) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = useProxy }) { Timeout = Timeout.InfiniteTimeSpan };
}
