using System.Text.Json;
using Auth0Connector.Cli.Logging;
using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Shell;
using Auth0Connector.MockTenant;

namespace Auth0Connector.Cli.MockTenant;

/// <summary>Serves a mock tenant until it is stopped, for practice and for other people's tests.</summary>
internal static class MockTenantCommand
{
    /// <summary>What it is called, which settings it has and what it does.</summary>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "mock-tenant",
        Summary = "Serves a mock Auth0 tenant on this machine until Ctrl-C.",
        Settings = [.. MockTenantFlags.Tenant, OutputFlags.Form, .. LogFlags.All],
        Examples =
        [
            ("auth0-connector mock-tenant --users 5000 --rate-limit 10", "a larger tenant that limits the rate"),
            ("auth0-connector mock-tenant --port 0 -o json", "on a free port, for scripts"),
        ],
        Run = RunAsync,
    };

    /// <summary>Runs it.</summary>
    public static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (session, settings) = (context.Session, context.Settings);
        await using var tenant = await StartAsync(MockTenantReader.Read(settings, session.Host), cancellationToken);
        Tell(tenant, session, OutputForms.Read(settings));
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
            throw new UsageException($"--port: {options.Port} is taken; give another, or 0 for a free one", failure);
        }
    }

    private static void Tell(MockTenantServer tenant, Session session, OutputForm form)
    {
        var options = tenant.Options;
        if (form == OutputForm.Json)
        {
            session.Consoles.WriteResult(JsonSerializer.Serialize(
                new MockTenantJson(tenant.BaseUrl.ToString(), options.ClientId, options.ClientSecret, tenant.Audience),
                MockTenantJsonContext.Readable.MockTenantJson));
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
