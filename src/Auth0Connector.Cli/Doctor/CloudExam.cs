using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Serve;
using Auth0Connector.Cli.Shell;
using Auth0Connector.ManagementApi.Options;
using Auth0Connector.Service.Cloud;
using Auth0Connector.Service.Credentials;
using Microsoft.Extensions.Logging;

namespace Auth0Connector.Cli.Doctor;

/// <summary>ConductorOne, where a client id says that it is served: whether it gives a token.</summary>
internal static class CloudExam
{
    private const string Name = "ConductorOne";

    /// <summary>Asks it.</summary>
    public static async Task<Examination> RunAsync(CommandContext context, ManagementApiOptions api, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        try
        {
            if (!CloudSettings.AreGiven(context.Settings))
            {
                return Examination.NotAsked(Name, "no --client-id is set, so nothing is served");
            }

            var cloud = CloudSettings.Read(context.Settings, context.Host, context.Session.Mask);
            await using var client = new CloudClient(cloud.Reach(api), context.Host.Clock, loggers.CreateLogger("cloud"));
            await client.AuthenticateAsync(cancellationToken);
            return Examination.Good(Name, $"{client.Host} gave a token");
        }
        catch (CloudException failure)
        {
            return failure.MayPass
                ? Examination.Bad(Name, failure.Message, "check the network, the proxy and the host in the client id", ExitCodes.TenantUnavailable)
                : Examination.Bad(Name, failure.Message, "check the connector's client id and secret at ConductorOne, and this machine's clock", ExitCodes.CredentialsRefused);
        }
        catch (Exception wrong) when (wrong is UsageException or CredentialFormatException)
        {
            return Examination.Bad(Name, wrong.Message, null, ExitCodes.Usage);
        }
    }
}
