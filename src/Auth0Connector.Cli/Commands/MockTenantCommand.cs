using System.Text.Json;
using Auth0Connector.Cli.Errors;
using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Settings;
using Auth0Connector.MockTenant;

namespace Auth0Connector.Cli.Commands;

/// <summary>Serves a mock tenant until it is stopped, for practice and for other people's tests.</summary>
internal static class MockTenantCommand
{
    /// <summary>Runs it.</summary>
    public static async Task<int> RunAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var settings = new SettingResolver(session.Host).ForSideCommand(MockTenantTable.All, invocation.Flags);
        session.ShowStackTraces = LogSettings.Read(settings, session.Host).IsDebug;
        await using var tenant = await StartAsync(MockTenantReader.Read(settings, session.Host), cancellationToken);
        Tell(tenant, session, SyncPlan.ReadForm(settings));
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, session.Host.Clock, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Stopping is how it is meant to end.
        }

        return ExitCodes.Complete;
    }

    private static async Task<MockTenantServer> StartAsync(MockTenantOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return await MockTenantServer.StartAsync(options, cancellationToken);
        }
        catch (IOException failure)
        {
            throw new ConfigurationException($"--port: {options.Port} is taken; give another, or 0 for a free one", failure);
        }
    }

    private static void Tell(MockTenantServer tenant, Session session, OutputForm form)
    {
        var options = tenant.Options;
        if (form == OutputForm.Json)
        {
            session.Consoles.WriteResult(JsonSerializer.Serialize(
                new MockTenantJson(tenant.BaseUrl.ToString(), options.ClientId, options.ClientSecret, tenant.Audience),
                OutputJsonContext.Readable.MockTenantJson));
            return;
        }

        string[] lines =
        [
            $"Mock tenant at {tenant.BaseUrl} with {Amount.Count(options.Users)} users, {Amount.Count(options.Roles)} roles, "
                + $"{Amount.Count(options.Organizations)} organizations and {Amount.Count(options.Groups)} groups.",
            $"  client ID      {options.ClientId}",
            $"  client secret  {options.ClientSecret}",
            "Read it from another terminal:",
            $"  auth0-connector --auth0-base-url {tenant.BaseUrl} --auth0-client-id {options.ClientId} --auth0-client-secret {options.ClientSecret} -f mock.c1z",
            "Ctrl-C ends it.",
        ];
        foreach (var line in lines)
        {
            session.Consoles.WriteResult(line);
        }
    }
}
