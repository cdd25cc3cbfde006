using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Change;

/// <summary>The place of a journal or a ledger. Whether it can be written is found out by opening it.</summary>
internal static class RecordPath
{
    public static string Of(string label, string name, Host host) => name.Length == 0 || name.Contains('\0', StringComparison.Ordinal)
        ? throw new UsageException($"{label}: is no file name")
        : host.FullPath(name);
}
