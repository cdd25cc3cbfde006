using Auth0Connector.Service.Cloud;
using Auth0Connector.Service.Protocol;
using Task = System.Threading.Tasks.Task;

namespace Auth0Connector.Service.Hosting;

/// <summary>Says hello at the start, as often as it takes: a cloud that is away ends no service.</summary>
internal sealed class Greeting(CloudClient cloud, ConnectorMetadata metadata, TimeProvider clock, HostLog log)
{
    /// <exception cref="CloudException">The cloud refused us for good.</exception>
    public async Task SayAsync(CancellationToken cancellationToken)
    {
        var said = new OnceAMinute(clock);
        for (var failures = 1; ; failures++)
        {
            try
            {
                await cloud.HelloAsync("", metadata, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (CloudException failure) when (failure.MayPass)
            {
                if (said.IsDue())
                {
                    log.Waiting(failure.Message);
                }
            }

            await Backoff.Asking.WaitAsync(failures, clock, cancellationToken).ConfigureAwait(false);
        }
    }
}
