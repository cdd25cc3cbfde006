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
        new("change", ["grant", "revoke", "account"]),
        new("doctor", ["doctor"]),
        new("error", []),
        new("findings", ["findings"]),
        new("lent", ["ledger"]),
        new("mock-tenant", ["mock-tenant"]),
        new("profiles", ["profile"]),
        new("settings", ["env", "profile"]),
        new("summary", ["sync", "demo"]),
        new("validation", ["validate"]),
        new("version", ["version"]),
    ];

    /// <summary>The text of a schema.</summary>
    public static string Text(SchemaEntry entry)
    {
        using var reader = new StreamReader(typeof(JsonSchemas).Assembly.GetManifestResourceStream($"schemas/{entry.Name}.json")!);
        return reader.ReadToEnd();
    }
}
