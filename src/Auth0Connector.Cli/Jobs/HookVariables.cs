using System.Globalization;
using Auth0Connector.Cli.Logging;

namespace Auth0Connector.Cli.Jobs;

/// <summary>The variables of a command that is run: a few of ours that hold no secret, and the facts of the run (docs/jobs.md).</summary>
internal static class HookVariables
{
    private const string Prefix = "AUTH0_CONNECTOR_";

    // A message is no place for a book, and the system limits what all variables come to.
    private const int LongestMessage = 2_000;

    private static readonly IReadOnlyList<string> HandedOn =
    [
        "PATH", "HOME", "USER", "LOGNAME", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR", "XDG_RUNTIME_DIR", "SSL_CERT_FILE", "SSL_CERT_DIR",
        "SystemRoot", "SystemDrive", "PATHEXT", "TEMP", "TMP", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "ProgramData",
    ];

    /// <summary>All of them. A variable that holds a secret of this run is not handed on, whatever it is called.</summary>
    public static IReadOnlyDictionary<string, string> Of(RunEnd end, IReadOnlyDictionary<string, string> ours, SecretMask mask)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in HandedOn)
        {
            if (ours.TryGetValue(name, out var value) && mask.Apply(value) == value)
            {
                variables[name] = value;
            }
        }

        foreach (var (name, value) in Facts(end).Where(static fact => fact.Value is not null))
        {
            variables[Prefix + name] = value!;
        }

        return variables;
    }

    private static IEnumerable<(string Name, string? Value)> Facts(RunEnd end)
    {
        var (facts, summary) = (end.Facts, end.Facts.Summary);
        return
        [
            ("EXIT_CODE", Number(end.ExitCode)),
            ("CLASS", end.Class),
            ("MESSAGE", end.Message is { Length: > LongestMessage } text ? text[..LongestMessage] : end.Message),
            ("TENANT", facts.Tenant),
            ("FILE", facts.Path),
            ("STARTED", facts.StartedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
            ("SECONDS", end.Elapsed.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)),
            ("REQUESTS", Number(facts.Requests)),
            ("SYNC_ID", summary?.SyncId),
            ("RESOURCES", Number(summary?.ResourceTypes.Sum(static type => type.Resources))),
            ("ENTITLEMENTS", Number(summary?.ResourceTypes.Sum(static type => type.Entitlements))),
            ("GRANTS", Number(summary?.ResourceTypes.Sum(static type => type.Grants))),
            ("SKIPS", Number(summary?.Skips.Count)),
        ];
    }

    private static string? Number(long? number) => number?.ToString(CultureInfo.InvariantCulture);
}
