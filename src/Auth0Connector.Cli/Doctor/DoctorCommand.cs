using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;
using Auth0Connector.Cli.Sync;

namespace Auth0Connector.Cli.Doctor;

/// <summary>Says in five seconds whether a sync with these settings would run here, and what to do where it would not.</summary>
internal static class DoctorCommand
{
    /// <summary>What it is called, which settings it has and what it does.</summary>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "doctor",
        Summary = "Looks at settings, network, token, scopes and this machine, and says what to do.",
        Settings = SyncFlags.WithEcosystem,
        Examples =
        [
            ("auth0-connector doctor --profile prod", "before the first sync, and when one fails"),
            ("auth0-connector doctor -o json", "for a script"),
        ],
        Sources = SettingSources.Everywhere,
        Run = RunAsync,
    };

    /// <summary>Runs it.</summary>
    public static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var form = OutputForms.Read(context.Settings);
        var found = await new Checkup(context).RunAsync(cancellationToken);
        var code = Write(context, form, found);
        if (code != ExitCodes.Complete)
        {
            var bad = found.Where(static one => one.Health == Health.Bad).Select(static one => one.Name);
            context.Consoles.WriteError($"error: not everything is right: {string.Join(", ", bad)}");
        }

        return code;
    }

    private static int Write(CommandContext context, OutputForm form, IReadOnlyList<Examination> found)
    {
        var code = ExitCodes.Worst([.. found.Select(static one => one.ExitCode)]);
        var mask = context.Session.Mask;
        if (form == OutputForm.Json)
        {
            context.Consoles.WriteResult(mask.Apply(Printable.Of(DoctorJson.Of(found, code))));
            return code;
        }

        foreach (var one in found)
        {
            context.Consoles.WriteResult(mask.Apply(Printable.Of($"{Mark(one.Health)} {one.Name,-12}  {one.Found}")));
            if (one.Remedy is { } remedy)
            {
                context.Consoles.WriteResult(Printable.Of($"{string.Empty,14}  -> {remedy}"));
            }
        }

        return code;
    }

    private static string Mark(Health health) => health switch
    {
        Health.Good => "✓",
        Health.Bad => "✗",
        Health.Remark => "!",
        _ => "-",
    };
}
