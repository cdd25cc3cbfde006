using Auth0Connector.Cli.Settings;
using Auth0Connector.ManagementApi;

namespace Auth0Connector.Cli.Commands.Ecosystem;

/// <summary>Asks whether a connector that serves on this machine is well; 1 unless it answers 200, as in the ecosystem.</summary>
internal static class HealthCheckCommand
{
    private const int NotWell = 1;

    /// <summary>Runs it.</summary>
    public static async Task<int> RunAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var settings = new SettingResolver(session.Host).ForSideCommand(HealthCheckTable.All, invocation.Flags);
        var address = new Uri($"http://127.0.0.1:{settings.Number(HealthCheckTable.Port)}/{settings.Choice(HealthCheckTable.Endpoint)}");
        var patience = TimeSpan.FromSeconds(settings.Number(HealthCheckTable.Timeout));
        if (await HealthProbe.IsHealthyAsync(address, patience, session.Host.Clock, cancellationToken))
        {
            return 0;
        }

        session.Consoles.WriteError($"error: {address} does not answer that all is well");
        return NotWell;
    }
}
