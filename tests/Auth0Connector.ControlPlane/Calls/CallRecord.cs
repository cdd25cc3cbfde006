using Grpc.Core;

namespace Auth0Connector.ControlPlane.Calls;

/// <summary>One call that came in; what is known only later is filled in as the call goes on.</summary>
public sealed class CallRecord
{
    internal CallRecord(int number, CloudCall call, string method, string line, string userAgent, TimeSpan asked)
    {
        Number = number;
        Call = call;
        Method = method;
        Line = line;
        UserAgent = userAgent;
        Asked = asked;
    }

    /// <summary>Its place among all calls, from 1.</summary>
    public int Number { get; }

    /// <summary>What was called.</summary>
    public CloudCall Call { get; }

    /// <summary>The name of the RPC, or <c>POST /auth/v1/token</c>.</summary>
    public string Method { get; }

    /// <summary>The connection that it came over.</summary>
    public string Line { get; }

    /// <summary>The caller's user agent.</summary>
    public string UserAgent { get; }

    /// <summary>When it came, since the server was made; monotonic.</summary>
    public TimeSpan Asked { get; }

    /// <summary>When it was answered or torn; nothing while it is open.</summary>
    public TimeSpan? Answered { get; internal set; }

    /// <summary>The host that it names.</summary>
    public string HostId { get; internal set; } = "";

    /// <summary>The task that it names; empty where it names none.</summary>
    public string TaskId { get; internal set; } = "";

    /// <summary>The tasks that a poll was answered with.</summary>
    public IReadOnlyList<string> TasksGiven { get; internal set; } = [];

    /// <summary>The gRPC code that it was answered with; nothing while it is open, and where no answer went out.</summary>
    public StatusCode? Code { get; internal set; }

    /// <summary>The status of an answer of the token endpoint; 0 for other calls.</summary>
    public int HttpStatus { get; internal set; }

    /// <summary>What was made to go wrong, in words; empty where nothing was.</summary>
    public string Fault { get; internal set; } = "";

    /// <summary>Such as <c>12 Heartbeat 0ujt...: Unavailable (answered with Unavailable)</c>.</summary>
    public override string ToString() =>
        $"{Number} {Method} {TaskId}: {(HttpStatus == 0 ? Code?.ToString() ?? "no answer" : HttpStatus.ToString())}{(Fault.Length == 0 ? "" : $" ({Fault})")}";
}
