using Auth0Connector.ControlPlane.Calls;
using Auth0Connector.ControlPlane.Faults;
using Auth0Connector.ControlPlane.Listening;
using Auth0Connector.ControlPlane.Protocol;
using Auth0Connector.ControlPlane.Tasks;
using Task = System.Threading.Tasks.Task;

namespace Auth0Connector.ControlPlane;

/// <summary>
/// A small stand-in for ConductorOne: token endpoint and gRPC over TLS by an authority of its own, on one loopback port.
/// Every call is checked by every rule of the protocol.
/// </summary>
public sealed class ControlPlaneServer : IAsyncDisposable
{
    private readonly Cloud _cloud;
    private readonly Authority _authority;
    private readonly DirectoryInfo _folder;
    private Listener? _listener;

    private ControlPlaneServer(ControlPlaneOptions options)
    {
        _folder = Directory.CreateTempSubdirectory("control-plane-");
        _cloud = new Cloud(options, _folder.FullName);
        _authority = new Authority(TimeProvider.System, ["localhost", (options.IdHost ?? "localhost").Split(':')[0]]);
    }

    /// <summary>The port on 127.0.0.1; the same after it listened again.</summary>
    public int Port { get; private set; }

    /// <summary>Where it listens, as <c>localhost:PORT</c>: what BATON_C1_API_HOST takes where the id names another host.</summary>
    public string Host => $"localhost:{Port}";

    /// <summary>Where it listens.</summary>
    public Uri Url => new($"https://{Host}/");

    /// <summary>The PEM file of its authority.</summary>
    public string CaFile => Path.Combine(_folder.FullName, "ca.pem");

    /// <summary>The client id of the connector.</summary>
    public string Id => _cloud.Id;

    /// <summary>The client secret of the connector.</summary>
    public string Secret => _cloud.Keys.Secret;

    /// <summary>The 32 bytes of the public key that belongs to the secret.</summary>
    public IReadOnlyList<byte> PublicKey => _cloud.Keys.PublicKey;

    /// <summary>The thumbprint of the secret's key, in lower-case hex.</summary>
    public string KeyThumbprint => _cloud.Keys.Thumbprint;

    /// <summary>Every rule that was broken, in order.</summary>
    public IReadOnlyList<string> Violations => _cloud.Rules.Broken;

    /// <summary>Every call that came, in order.</summary>
    public IReadOnlyList<CallRecord> CallsSeen => _cloud.Calls.Seen;

    /// <summary>What is to go wrong.</summary>
    public FaultPlan Faults => _cloud.Faults;

    /// <summary>How many tokens were given.</summary>
    public int TokensGiven => _cloud.Tokens.Count;

    /// <summary>How long the next tokens hold; also what their answers say.</summary>
    public TimeSpan TokenLifetime
    {
        get => _cloud.TokenLifetime;
        set => _cloud.TokenLifetime = value;
    }

    /// <summary>The token type that answers say.</summary>
    public string TokenType
    {
        get => _cloud.TokenType;
        set => _cloud.TokenType = value;
    }

    /// <summary>What answers say of the next poll; nothing where zero.</summary>
    public TimeSpan NextPoll
    {
        get => _cloud.NextPoll;
        set => _cloud.NextPoll = value;
    }

    /// <summary>What answers say of the next heartbeat; nothing where zero.</summary>
    public TimeSpan NextHeartbeat
    {
        get => _cloud.NextHeartbeat;
        set => _cloud.NextHeartbeat = value;
    }

    /// <summary>Listens on 127.0.0.1 and answers until disposed.</summary>
    public static async Task<ControlPlaneServer> StartAsync(ControlPlaneOptions? options = null, CancellationToken cancellationToken = default)
    {
        var server = new ControlPlaneServer(options ?? new ControlPlaneOptions());
        try
        {
            await File.WriteAllTextAsync(server.CaFile, server._authority.Pem, cancellationToken);
            await server.ListenAgainAsync(cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>The cloud is away: connections are cut, new ones are refused.</summary>
    public async Task StopListeningAsync()
    {
        if (Interlocked.Exchange(ref _listener, null) is { } listener)
        {
            await listener.DisposeAsync();
        }
    }

    /// <summary>The cloud is there again, on the same port.</summary>
    public async Task ListenAgainAsync(CancellationToken cancellationToken = default)
    {
        _listener = await Listener.StartAsync(_cloud, _authority, Port, cancellationToken);
        Port = _listener.Port;
        _cloud.Id = $"{_cloud.Options.IdName}@{_cloud.Options.IdHost ?? Host}/spc";
    }

    /// <summary>Cuts all connections now; new ones are taken.</summary>
    public void CutLines() => _cloud.CutLines();

    /// <summary>Revokes all tokens, so that the next call gets 16.</summary>
    public void RevokeTokens() => _cloud.Tokens.RevokeAll();

    /// <summary>Puts tasks in, to be handed out in this order.</summary>
    public void Enqueue(params IReadOnlyList<TaskScript> tasks) => _cloud.Book.Enqueue(tasks);

    /// <summary>Hands a task out once more, as after a restart: under its id or another.</summary>
    public void HandOutAgain(string taskId, string? newId = null) => _cloud.Book.HandOutAgain(taskId, newId);

    /// <summary>Every later heartbeat of the task is answered with a cancellation.</summary>
    public void Cancel(string taskId) => _cloud.Book.Look(taskId, task => task.Cancelling = true);

    /// <summary>When heartbeats of the task came, on the server's clock.</summary>
    public IReadOnlyList<TimeSpan> HeartbeatsOf(string taskId) => _cloud.Book.Look<IReadOnlyList<TimeSpan>>(taskId, task => [.. task.Heartbeats]);

    /// <summary>Every attempt to upload for the task, whole or not.</summary>
    public IReadOnlyList<CloudUpload> UploadsOf(string taskId) => _cloud.Book.Look<IReadOnlyList<CloudUpload>>(taskId, task => [.. task.Uploads]);

    /// <summary>Every finish of the task, those after which it was handed out again among them.</summary>
    public IReadOnlyList<CloudFinish> FinishesOf(string taskId) => _cloud.Book.Look<IReadOnlyList<CloudFinish>>(taskId, task => [.. task.Finishes]);

    /// <summary>How often the task was handed out.</summary>
    public int HandOutsOf(string taskId) => _cloud.Book.Look(taskId, task => task.HandOuts);

    /// <summary>Waits for the finish that counts.</summary>
    /// <exception cref="TimeoutException">It did not come in the options' patience.</exception>
    public Task<CloudFinish> FinishedAsync(string taskId, CancellationToken cancellationToken = default) =>
        UntilAsync(() => _cloud.Book.Look(taskId, task => task.Finish), $"the finish of task {taskId}", cancellationToken);

    /// <summary>Waits for the n-th whole upload of the task.</summary>
    /// <exception cref="TimeoutException">It did not come in the options' patience.</exception>
    public Task<CloudUpload> UploadedAsync(string taskId, int n = 1, CancellationToken cancellationToken = default) =>
        UntilAsync(
            () => _cloud.Book.Look(taskId, task => task.Uploads.Where(upload => upload.Whole).ElementAtOrDefault(n - 1)),
            $"the {n}. upload of task {taskId}",
            cancellationToken);

    /// <summary>Waits until so many heartbeats of the task came.</summary>
    /// <exception cref="TimeoutException">They did not come in the options' patience.</exception>
    public Task HeartbeatsAsync(string taskId, int n, CancellationToken cancellationToken = default) =>
        UntilAsync(() => HeartbeatsOf(taskId) is { } beats && beats.Count >= n ? beats : null, $"{n} heartbeats of task {taskId}", cancellationToken);

    /// <summary>Waits for the first Hello that was answered with success.</summary>
    /// <exception cref="TimeoutException">It did not come in the options' patience.</exception>
    public Task<BatonServiceHelloRequest> HelloAsync(CancellationToken cancellationToken = default) =>
        UntilAsync(() => _cloud.Greeting, "Hello", cancellationToken);

    /// <summary>Waits until so many polls were answered with success.</summary>
    /// <exception cref="TimeoutException">They did not come in the options' patience.</exception>
    public Task PolledAsync(int n, CancellationToken cancellationToken = default) =>
        CallAsync(call => call is { Call: CloudCall.Poll, Code: Grpc.Core.StatusCode.OK }, $"{n} polls", n, cancellationToken);

    /// <summary>Waits until so many calls fit.</summary>
    /// <param name="fits">Looks at a call, which may still be open.</param>
    /// <param name="what">What is waited for, in words.</param>
    /// <param name="n">How many.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The last of them.</returns>
    /// <exception cref="TimeoutException">They did not come in the options' patience.</exception>
    public Task<CallRecord> CallAsync(Func<CallRecord, bool> fits, string what, int n = 1, CancellationToken cancellationToken = default) =>
        UntilAsync(() => CallsSeen.Where(fits).ElementAtOrDefault(n - 1), what, cancellationToken);

    /// <summary>Cuts what is open, stops listening, removes its folder.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopListeningAsync();
        _cloud.Dispose();
        _authority.Dispose();
        _folder.Delete(recursive: true);
    }

    private Task<T> UntilAsync<T>(Func<T?> look, string what, CancellationToken cancellationToken)
        where T : class =>
        _cloud.Pulse.UntilAsync(look, what, State, cancellationToken);

    private string State() =>
        $"Not finished: {_cloud.Book.Open()}. Broken rules: {string.Join("; ", Violations.TakeLast(10))}. {_cloud.Calls.Tail()}";
}
