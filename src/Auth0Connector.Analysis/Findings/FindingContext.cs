using Auth0Connector.Analysis.Model;

namespace Auth0Connector.Analysis.Findings;

/// <summary>What a rule looks at.</summary>
internal sealed record FindingContext(AccessModel Model, Privilege Privilege, Func<string, double> Threshold)
{
    /// <summary>How much somebody reaches, in words.</summary>
    public string Amount(Account account)
    {
        var privileged = account.Reached.Count(Privilege.Is);
        var all = Counted(account.Reached.Count, "access", "accesses");
        return privileged > 0 ? $"{all}, {privileged} privileged" : all;
    }

    /// <summary>A number with its word.</summary>
    public static string Counted(int count, string one, string many) => count == 1 ? $"1 {one}" : $"{count} {many}";

    /// <summary>A day as it is written.</summary>
    public static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
