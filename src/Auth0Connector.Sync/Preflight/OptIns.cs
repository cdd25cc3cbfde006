namespace Auth0Connector.Sync.Preflight;

/// <summary>What is read only where it is asked for.</summary>
public static class OptIns
{
    /// <summary>Names of the flags that switch it on, without the dashes.</summary>
    public static IReadOnlyList<string> Flags { get; } = [.. TenantParts.All.SelectMany(static part => part.Switches).SelectMany(static flag => flag.ImpliedBy.Prepend(flag.Name)).Distinct(StringComparer.Ordinal)];
}
