using Auth0Connector.ObjectStore.Naming;

namespace Auth0Connector.ObjectStore.Tests;

/// <summary>A client of a stand-in, and a folder.</summary>
internal sealed class StoreFixture : IAsyncDisposable
{
    private readonly TempFolder _folder = new();

    public StoreFixture(StandInStore store)
    {
        Store = store;
        Variables = new(StringComparer.Ordinal)
        {
            ["AWS_ACCESS_KEY_ID"] = "AKIDEXAMPLE",
            ["AWS_SECRET_ACCESS_KEY"] = "a-secret-of-nobody",
            ["AWS_ENDPOINT_URL_S3"] = store.Address,
            ["AWS_EC2_METADATA_DISABLED"] = "true",
        };
        File.WriteAllText(Sent, "the new file");
    }

    public StandInStore Store { get; }

    public Dictionary<string, string> Variables { get; }

    public List<string> Hidden { get; } = [];

    public ObjectName Name { get; } = ObjectName.TryParse("s3://bucket/a/sync.c1z")!;

    public string Sent => PathOf("sent");

    public string Got => PathOf("got");

    public string PathOf(string name) => Path.Combine(_folder.Path, name);

    public ObjectStoreClient Open() => ObjectStoreClient.Open(name => Variables.GetValueOrDefault(name), Hidden.Add, TimeProvider.System, TimeSpan.FromMilliseconds(1));

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        _folder.Dispose();
    }
}
