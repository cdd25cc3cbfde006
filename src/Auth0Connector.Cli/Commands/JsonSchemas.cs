namespace Auth0Connector.Cli.Commands;

/// <summary>A shape of JSON that is promised: its schema lies in <c>Schemas</c>, and a key is only ever added within a version.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Commands">The commands that write it; empty for what all of them write.</param>
internal sealed record SchemaEntry(string Name, IReadOnlyList<string> Commands);

/// <summary>All promised shapes. One is added by a line here and its file.</summary>
internal static class JsonSchemas
{
    public static IReadOnlyList<SchemaEntry> All { get; } =
    [
        new("access", ["access"]),
        new("cache", ["cache"]),
        new("change", ["grant", "revoke", "account"]),
        new("completeness", ["completeness"]),
        new("diff", ["diff"]),
        new("doctor", ["doctor"]),
        new("entitlements", ["entitlements"]),
        new("error", []),
        new("explain", ["explain"]),
        new("findings", ["findings"]),
        new("grants", ["grants"]),
        new("lent", ["ledger"]),
        new("mock-tenant", ["mock-tenant"]),
        new("outcomes", ["review"]),
        new("principal-comparison", ["principals"]),
        new("profiles", ["profile"]),
        new("resource-types", ["resource-types"]),
        new("resources", ["resources", "principals"]),
        new("settings", ["env", "profile"]),
        new("stats", ["stats"]),
        new("summary", ["sync", "demo"]),
        new("syncs", ["syncs"]),
        new("validation", ["validate"]),
        new("version", ["version"]),
        new("who", ["who"]),
    ];

    /// <summary>The text of a schema.</summary>
    public static string Text(SchemaEntry entry)
    {
        using var reader = new StreamReader(typeof(JsonSchemas).Assembly.GetManifestResourceStream($"schemas/{entry.Name}.json")!);
        return reader.ReadToEnd();
    }
}
