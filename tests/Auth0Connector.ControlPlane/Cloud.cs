using Auth0Connector.ControlPlane.Calls;
using Auth0Connector.ControlPlane.Faults;
using Auth0Connector.ControlPlane.Identity;
using Auth0Connector.ControlPlane.Listening;
using Auth0Connector.ControlPlane.Rules;
using Auth0Connector.ControlPlane.Tasks;

namespace Auth0Connector.ControlPlane;

/// <summary>Everything of the cloud that lasts while it listens, and while it does not.</summary>
internal sealed class Cloud : IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    public Cloud(ControlPlaneOptions options, string folder)
    {
        Options = options;
        Folder = folder;
        Pulse = new Pulse(options.Patience);
        Calls = new CallLog(options.Time, Pulse);
        Book = new TaskBook(Calls, Pulse);
        Keys = new ConnectorKeys(options.KeyId);
        Tokens = new TokenStore(options.Time);
        Assertions = new AssertionRules(Keys, options.Time);
        Polls = new PollRules(options.PollFloor);
        Hosts = new HostRule(options.OneHost);
        TokenLifetime = options.TokenLifetime;
        NextPoll = options.NextPoll;
        NextHeartbeat = options.NextHeartbeat;
    }

    public ControlPlaneOptions Options { get; }

    public string Folder { get; }

    public TimeProvider Time => Options.Time;

    public Pulse Pulse { get; }

    public CallLog Calls { get; }

    public TaskBook Book { get; }

    public ConnectorKeys Keys { get; }

    public TokenStore Tokens { get; }

    public AssertionRules Assertions { get; }

    public RuleBook Rules { get; } = new();

    public PollRules Polls { get; }

    public HostRule Hosts { get; }

    public FaultPlan Faults { get; } = new();

    public Lines Lines { get; } = new();

    /// <summary>The whole client id, once the port is known.</summary>
    public string Id { get; set; } = "";

    /// <summary>What an assertion's audience is: the id's host without its port.</summary>
    public string Audience => Id[(Id.IndexOf('@', StringComparison.Ordinal) + 1)..].Split('/')[0].Split(':')[0];

    /// <summary>The last Hello of a connector's start that was answered with success.</summary>
    public Protocol.BatonServiceHelloRequest? Greeting { get; set; }

    public TimeSpan TokenLifetime { get; set; }

    public string TokenType { get; set; } = "Bearer";

    public TimeSpan NextPoll { get; set; }

    public TimeSpan NextHeartbeat { get; set; }

    /// <summary>Cuts one line; what was just sent over it may not have arrived.</summary>
    public void CutLine(string line)
    {
        Lines.Cut(line);
        Torn();
    }

    public void CutLines()
    {
        Lines.CutAll();
        Torn();
    }

    /// <summary>Waits until the caller gives up or the cloud ends.</summary>
    public async Task HangAsync(CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stop.Token);
        await Task.Delay(Timeout.InfiniteTimeSpan, Time, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private void Torn()
    {
        Book.LineCut();
        Polls.Forget();
    }
}
