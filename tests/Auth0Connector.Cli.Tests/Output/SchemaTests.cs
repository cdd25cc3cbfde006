using System.Text.Json.Nodes;
using Auth0Connector.Cli.Commands;
using Auth0Connector.Cli.Tests.Safety;
using Auth0Connector.Cli.Tests.Support;
using Auth0Connector.MockTenant;
using Json.Schema;

namespace Auth0Connector.Cli.Tests.Output;

/// <summary>What is promised of JSON is what is written.</summary>
public sealed class SchemaTests
{
    public static TheoryData<string, string> Lines() => new()
    {
        { "summary", "-o json" },
        { "summary", "demo -f demo.c1z -o json" },
        { "validation", "validate -o json" },
        { "doctor", "doctor -o json" },
        { "profiles", "profile list -o json" },
        { "resource-types", "resource-types -f read.c1z -o json" },
        { "resources", "resources -f read.c1z -o json" },
        { "resources", "principals -f read.c1z -o json" },
        { "principal-comparison", "principals compare -f read.c1z -e {held} --compare-entitlement {other} -o json" },
        { "entitlements", "entitlements -f read.c1z -o json" },
        { "grants", "grants -f read.c1z -o json" },
        { "grants", "grants -f sample.c1z -o json" },
        { "resources", "resources -f sample.c1z -o json" },
        { "syncs", "syncs -f read.c1z -o json" },
        { "stats", "stats -f read.c1z -o json" },
        { "access", "access --user {user} -f read.c1z -o json" },
        { "access", "access -t user -r {user} -f read.c1z -o json" },
        { "who", "who --role {role} -f read.c1z -o json" },
        { "explain", "explain --user {user} --role {role} -f read.c1z -o json" },
        { "diff", "diff sample.c1z read.c1z -o json" },
        { "completeness", "completeness -f read.c1z -o json" },
        { "outcomes", "review apply sheet.csv -f read.c1z --dry-run -o json" },
        { "version", "version -o json" },
        { "cache", "cache clear -o json" },
        { "settings", "env -o json" },
        { "findings", "findings -f sample.c1z -o json" },
        { "change", "revoke --user {user} --role {role} --dry-run -o json" },
        { "error", "resources -f none.c1z -o json" },
        { "error", "resources -f none.c1z -o json --log-level debug" },
        { "error", "resources --nonsense -o json" },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task What_a_command_writes_is_valid_and_known_key_by_key(string name, string line)
    {
        await using var bench = await TenantBench.StartAsync(
            new MockTenantOptions { Users = 12, Roles = 2, Organizations = 2, Groups = 0, Oddities = false, Scopes = [.. MockTenantScopes.Read, .. MockTenantScopes.Write] });
        new SampleTenant().Write(bench.Workspace.PathOf("sample.c1z"));
        if (line.Contains("read.c1z", StringComparison.Ordinal) || line.Contains('{', StringComparison.Ordinal) || name == "outcomes")
        {
            Assert.Equal(0, (await bench.Workspace.RunAsync("-f", "read.c1z")).ExitCode);
            await bench.Workspace.RunAsync("review", "-f", "read.c1z", "--out", "sheet.csv");
            Decide(bench.Workspace.PathOf("sheet.csv"));
            var role = await FirstAsync(bench, "role");
            line = line.Replace("{user}", await FirstAsync(bench, "user"), StringComparison.Ordinal).Replace("{role}", role, StringComparison.Ordinal)
                .Replace("{held}", $"role:{role}:assigned", StringComparison.Ordinal).Replace("{other}", await OrganizationMembersAsync(bench), StringComparison.Ordinal);
        }

        bench.Workspace.Variables["XDG_CONFIG_HOME"] = bench.Workspace.Directory;
        bench.Workspace.Variables["XDG_CACHE_HOME"] = bench.Workspace.PathOf("cache");
        Directory.CreateDirectory(bench.Workspace.PathOf("auth0-connector"));
        bench.Workspace.Write("auth0-connector/config.yaml", "profiles:\n  p:\n    file: a.c1z\n");
        var result = await bench.Workspace.RunAsync(line.Split(' '));

        Assert.True(name == "error" || result.ExitCode == 0 || (name == "explain" && result.ExitCode == 3), result.Error);
        var text = name == "error" ? result.Error.TrimEnd('\n').Split('\n')[^1] : result.Out;
        var written = JsonNode.Parse(text)!.AsObject();
        Assert.True(name is "error" or "stats" or "syncs" || !text.Contains(":[]}", StringComparison.Ordinal) || written.Count > 1, $"{name} shows nothing: {text}");
        Assert.True(IsValid(name, written, isClosed: true), $"{name}: {text}{result.Error}");

        // Each key that is required is missed, and none may be of another type.
        foreach (var key in JsonNode.Parse(Text(name))!["required"]!.AsArray().Select(key => key!.GetValue<string>()))
        {
            var less = written.DeepClone().AsObject();
            less.Remove(key);
            Assert.False(IsValid(name, less, isClosed: false), $"{name} without {key}");
            var other = written.DeepClone().AsObject();
            other[key] = new JsonArray(new JsonArray());
            Assert.False(IsValid(name, other, isClosed: false), $"{name} with another {key}");
        }
    }

    [Fact]
    public async Task Every_schema_is_listed_printed_and_has_its_version()
    {
        using var workspace = new Workspace();
        var list = (await workspace.RunAsync("schema")).Out;

        foreach (var entry in JsonSchemas.All)
        {
            Assert.Contains(entry.Name, list, StringComparison.Ordinal);
            var printed = JsonNode.Parse((await workspace.RunAsync("schema", entry.Name)).Out)!;
            Assert.Equal($"urn:auth0-connector:{entry.Name}:1", printed["$id"]!.GetValue<string>());
            Assert.True(JsonSchemaIsSound(printed), entry.Name);
            Assert.All(entry.Commands, command => Assert.True(command == "sync" || CommandTable.Named.Any(known => known.Name == command), command));
        }
    }

    [Fact]
    public void Every_command_that_can_write_json_has_a_schema()
    {
        var writers = CommandTable.Named.Append(CommandTable.Sync).Where(static command => command.Settings.Any(static setting => setting.Name == "output" && setting.Choices.Contains("json"))).ToList();

        Assert.True(writers.Count > 20);
        Assert.All(writers, command => Assert.Contains(JsonSchemas.All, entry => entry.Commands.Contains(command.Name.Length == 0 ? "sync" : command.Name)));
    }

    // The first row that is free of quotes is to be revoked.
    private static void Decide(string path)
    {
        var lines = File.ReadAllLines(path);
        var column = Array.IndexOf(lines[0].TrimStart('\uFEFF').Split(','), "decision");
        var row = Array.FindIndex(lines, 1, static line => !line.Contains('"', StringComparison.Ordinal));
        var cells = lines[row].Split(',');
        cells[column] = "revoke";
        lines[row] = string.Join(',', cells);
        File.WriteAllLines(path, lines);
    }

    private static async Task<string> OrganizationMembersAsync(TenantBench bench) => $"organization:{await FirstAsync(bench, "organization")}:member";

    private static bool JsonSchemaIsSound(JsonNode schema) => MetaSchemas.Draft202012.Evaluate(schema).IsValid;

    private static async Task<string> FirstAsync(TenantBench bench, string type) =>
        JsonNode.Parse((await bench.Workspace.RunAsync("resources", "-f", "read.c1z", "-t", type, "-o", "json", "--limit", "1")).Out)!["resources"]![0]!["resource"]!["id"]!["resource"]!.GetValue<string>();

    private static string Text(string name) => JsonSchemas.Text(JsonSchemas.All.Single(entry => entry.Name == name));

    /// <summary>Closed, it refuses a key that the schema does not name.</summary>
    private static bool IsValid(string name, JsonNode written, bool isClosed)
    {
        var schema = JsonNode.Parse(Text(name))!;
        schema.AsObject().Remove("$id");
        if (isClosed)
        {
            Close(schema);
        }

        return JsonSchema.FromText(schema.ToJsonString()).Evaluate(written).IsValid;
    }

    private static void Close(JsonNode? node)
    {
        if (node is JsonArray array)
        {
            array.ToList().ForEach(Close);
        }
        else if (node is JsonObject part)
        {
            part.Select(pair => pair.Value).ToList().ForEach(Close);
            if (part["properties"] is JsonObject && part["type"] is JsonValue)
            {
                part["additionalProperties"] = false;
            }
        }
    }
}
