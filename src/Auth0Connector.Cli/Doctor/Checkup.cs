using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Shell;
using Auth0Connector.Cli.Sync;
using Auth0Connector.Cli.Tenant;
using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Options;

namespace Auth0Connector.Cli.Doctor;

/// <summary>Looks at everything that a first run needs, one thing after the other, in five seconds at most.</summary>
internal sealed class Checkup(CommandContext context)
{
    /// <summary>How long all of it may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // What it takes to say that the way is blocked leaves time for the rest.
    private static readonly TimeSpan PatienceOfProbe = TimeSpan.FromSeconds(2.5);

    /// <summary>Looks.</summary>
    public async Task<IReadOnlyList<Examination>> RunAsync(CancellationToken cancellationToken)
    {
        var session = context.Session;
        using var patience = new CancellationTokenSource(Patience, session.Host.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        var found = new List<Examination>();
        if (Settings(found) is not { } api)
        {
            found.Add(Examination.NotAsked("tenant", "the settings name none that could be asked"));
        }
        else
        {
            context.Hide(api.Credential);
            var loggers = context.OpenLog();
            var cloud = InTimeAsync("ConductorOne", async ended => [await CloudExam.RunAsync(context, api, loggers, ended)], either.Token, cancellationToken);
            var answers = await ReachAsync(api, found, either.Token, cancellationToken);
            found.AddRange(answers
                ? await InTimeAsync("token", ended => TenantExam.RunAsync(api, CheckedSync.ReadContent(context.Settings, "") with { Strict = context.Settings.IsOn(SyncFlags.Strict) }, loggers, session, ended), either.Token, cancellationToken)
                : [Examination.NotAsked("token", "the tenant was not reached")]);
            found.AddRange(await cloud);
        }

        found.AddRange(MachineExam.Run(context.Settings, session, cancellationToken));
        return found;
    }

    private ManagementApiOptions? Settings(List<Examination> found)
    {
        try
        {
            var api = TenantReader.Read(context.Settings, context.Host);
            CheckedSync.ReadContent(context.Settings, "");
            var configs = context.Settings.Configs;
            var sources = new[] { configs.File?.Name, configs.Profile?.Label }.OfType<string>().ToList();
            found.Add(context.Settings.Warnings.Count > 0
                ? Examination.Remark("settings", string.Join("; ", context.Settings.Warnings), "'auth0-connector env' shows where each setting comes from")
                : Examination.Good("settings", $"complete{(sources.Count == 0 ? ", from flags and variables" : $", with {string.Join(" and ", sources)}")}"));
            return api;
        }
        catch (UsageException wrong)
        {
            found.Add(Examination.Bad("settings", wrong.Message, "'auth0-connector setup' asks for all of them; 'env' shows where each comes from", ExitCodes.Usage));
            return null;
        }
    }

    private async Task<bool> ReachAsync(ManagementApiOptions api, List<Examination> found, CancellationToken patience, CancellationToken cancellationToken)
    {
        using var probe = new CancellationTokenSource(PatienceOfProbe, context.Host.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience, probe.Token);
        try
        {
            var reach = await ServerProbe.AskAsync(api, context.Host.Clock, either.Token);
            found.AddRange(NetworkExam.Of(reach, api, context.Host.Clock.GetUtcNow()));
            return reach.Status is not null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            found.Add(Late("answer", $"{api.BaseUrl.Authority} did not answer within {PatienceOfProbe.TotalSeconds} s"));
            return false;
        }
    }

    private static async Task<IReadOnlyList<Examination>> InTimeAsync(
        string name, Func<CancellationToken, Task<IReadOnlyList<Examination>>> look, CancellationToken patience, CancellationToken cancellationToken)
    {
        try
        {
            return await look(patience);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return [Late(name, $"there was no end to it within {Patience.TotalSeconds} s")];
        }
    }

    private static Examination Late(string name, string found) =>
        Examination.Bad(name, found, "check the address, the network and the proxy, or run again later", ExitCodes.TenantUnavailable);
}
