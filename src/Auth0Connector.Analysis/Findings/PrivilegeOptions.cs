namespace Auth0Connector.Analysis.Findings;

/// <summary>What counts as privileged; <c>*</c> stands for anything, case does not matter.</summary>
public sealed record PrivilegeOptions
{
    /// <summary>Names of roles and groups.</summary>
    public IReadOnlyList<string> Names { get; init; } = ["*admin*", "*owner*", "*superuser*", "*root*"];

    /// <summary>Permissions by their value, without the API.</summary>
    public IReadOnlyList<string> Permissions { get; init; } = ["admin*", "delete:*", "manage:*"];

    /// <summary>The rule in words.</summary>
    public string Words =>
        $"Roles and groups named {List(Names)}, permissions {List(Permissions)}, and whatever gives one of these.";

    private static string List(IReadOnlyList<string> patterns) => patterns.Count == 0 ? "(none)" : string.Join(", ", patterns);
}
