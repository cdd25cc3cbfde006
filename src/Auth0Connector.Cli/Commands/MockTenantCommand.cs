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
        await using var tenant = await StartAsync(settings, session.Host.Clock, cancellationToken);
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

    private static async Task<MockTenantServer> StartAsync(ResolvedSettings settings, TimeProvider clock, CancellationToken cancellationToken)
    {
        var options = Options(settings, clock);
        try
        {
            return await MockTenantServer.StartAsync(options, cancellationToken);
        }
        catch (IOException failure)
        {
            throw new ConfigurationException($"--port: {options.Port} is taken; give another, or 0 for a free one", failure);
        }
    }

    private static MockTenantOptions Options(ResolvedSettings settings, TimeProvider clock)
    {
        var options = new MockTenantOptions
        {
            Clock = clock,
            Port = settings.Number(MockTenantTable.Port),
            Seed = settings.Number(MockTenantTable.Seed),
            Users = settings.Number(MockTenantTable.Users),
            Roles = settings.Number(MockTenantTable.Roles),
            RoleMembers = settings.Number(MockTenantTable.RoleMembers),
            LargeRoleMembers = settings.Number(MockTenantTable.LargeRoleMembers),
            Organizations = settings.Number(MockTenantTable.Organizations),
            OrganizationMembers = settings.Number(MockTenantTable.OrganizationMembers),
            LargeOrganizationMembers = settings.Number(MockTenantTable.LargeOrganizationMembers),
            EveryoneOrganization = settings.IsOn(MockTenantTable.EveryoneOrganization),
            Groups = settings.Number(MockTenantTable.Groups),
            GroupMembers = settings.Number(MockTenantTable.GroupMembers),
            BulkImport = settings.Number(MockTenantTable.BulkImport),
            Oddities = !settings.IsOn(MockTenantTable.NoOddities),
            Latency = TimeSpan.FromMilliseconds(settings.Number(MockTenantTable.Latency)),
            FaultRate = settings.Fraction(MockTenantTable.FaultRate),
            TokenLifetime = TimeSpan.FromSeconds(settings.Number(MockTenantTable.TokenLifetime)),
            GroupsFeature = !settings.IsOn(MockTenantTable.NoGroupsFeature),
            ExportJobs = !settings.IsOn(MockTenantTable.NoExportJobs),
        };

        if (settings.Given(MockTenantTable.Burst) is { } burst && settings.Given(MockTenantTable.RateLimit) is null)
        {
            throw new ConfigurationException($"{burst.Label}: has no effect without --rate-limit; add it or leave this out");
        }

        return options with
        {
            RateLimitPerSecond = settings.Given(MockTenantTable.RateLimit) is null ? null : settings.Fraction(MockTenantTable.RateLimit),
            Burst = settings.Given(MockTenantTable.Burst) is null ? null : settings.Number(MockTenantTable.Burst),
            Scopes = settings.Given(MockTenantTable.Scopes) is null ? options.Scopes : settings.List(MockTenantTable.Scopes),
        };
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
