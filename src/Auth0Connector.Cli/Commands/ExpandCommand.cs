using Auth0Connector.AccessFile.Copying;
using Auth0Connector.AccessFile.Expansion;
using Auth0Connector.Cli.Errors;
using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Commands;

/// <summary>Expands the grants of any access file into a copy, to compare our expansion with the ecosystem's.</summary>
internal static class ExpandCommand
{
    /// <summary>Runs it.</summary>
    public static Task<int> RunAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var host = session.Host;
        var settings = new SettingResolver(host).ForSideCommand(ExpandTable.All, invocation.Flags);
        session.ShowStackTraces = LogSettings.Read(settings, host).IsDebug;
        var name = settings.Text(ExpandTable.Out) ?? throw new ConfigurationException("--out: is not set; name the copy to leave");
        var target = TargetFile.CheckReplaced("--out", name, "expanded.c1z", host);
        if (File.Exists(target))
        {
            throw new ConfigurationException($"--out: '{SettingCheck.Shown(name)}' exists already; choose another name");
        }

        var report = ExpandedCopy.Write(
            host.FullPath(settings.Text(CompletenessTable.File)!),
            target,
            ReaderSettings.Of(session.Host),
            new ExpansionOptions { TimeProvider = host.Clock },
            cancellationToken);
        session.Done = $"{host.ShownPath(target)} was written and is whole";
        session.Consoles.WriteResult($"Wrote {Printable.Of(host.ShownPath(target))}: {Amount.Count(report.NewGrants)} grants added, {Amount.Count(report.UpdatedGrants)} changed.");
        foreach (var cycle in report.Cycles)
        {
            session.Consoles.WriteResult($"In a circle: {Printable.Of(string.Join(", ", cycle))}.");
        }

        return Task.FromResult(ExitCodes.Complete);
    }
}
