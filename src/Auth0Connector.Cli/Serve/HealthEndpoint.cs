using System.Net;
using System.Net.Sockets;
using Auth0Connector.Cli.Shell;
using Auth0Connector.Service.Cloud;
using Auth0Connector.Service.Health;

namespace Auth0Connector.Cli.Serve;

/// <summary>Starts the health endpoint, and says in the words of its settings why it cannot.</summary>
internal static class HealthEndpoint
{
    public static HealthServer Start(IPEndPoint address, HealthSources sources, TimeProvider clock)
    {
        try
        {
            return HealthServer.Start(address, sources, clock);
        }
        catch (SocketException failure)
        {
            var why = failure.SocketErrorCode switch
            {
                SocketError.AddressAlreadyInUse => "another program listens there; give another --health-check-port",
                SocketError.AccessDenied => "this user may not listen there; give a --health-check-port above 1023",
                SocketError.AddressNotAvailable => "this machine has no such address; give another --health-check-bind-address",
                _ => $"the system refused ({failure.SocketErrorCode})",
            };
            throw new UsageException($"--health-check: {address} cannot be listened on: {why}", failure);
        }
    }

    /// <summary>What is wrong with the cloud; <see langword="null"/> where all is well.</summary>
    public static string? TroubleOf(CloudState state) =>
        state.IsWell ? null : state.Failure ?? "ConductorOne has not answered yet";
}
