using Auth0Connector.Cli.Logging;
using Auth0Connector.Cli.Run;
using Auth0Connector.ManagementApi;

namespace Auth0Connector.Cli.Ecosystem;

/// <summary>Asks whether a connector that serves on this machine is well; 1 unless it answers 200, as in the ecosystem.</summary>
internal static class HealthCheckCommand
{
    private const int NotWell = 1;

    /// <summary>What it is called, which settings it has and what it does.</summary>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "health-check",
        Summary = "Asks whether a connector that serves on this machine is well; ends with 1 if not.",
        Settings = [HealthCheckFlags.Endpoint, HealthCheckFlags.Timeout, HealthCheckFlags.Port, .. LogFlags.All],
        ReadsLogLate = true,
        Run = RunAsync,
    };

    /// <summary>Runs it.</summary>
    public static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (session, settings) = (context.Session, context.Settings);
        var address = new Uri($"http://127.0.0.1:{settings.Number(HealthCheckFlags.Port)}/{settings.Choice(HealthCheckFlags.Endpoint)}");
        var patience = TimeSpan.FromSeconds(settings.Number(HealthCheckFlags.Timeout));
        if (await HealthProbe.IsHealthyAsync(address, patience, session.Host.Clock, cancellationToken))
        {
            return 0;
        }

        session.Consoles.WriteError($"error: {address} does not answer that all is well");
        return NotWell;
    }
}
