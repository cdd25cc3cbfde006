using System.IO.Compression;
using System.Text.Json;
using Auth0Connector.Cli.Tests.Safety;
using Auth0Connector.Cli.Tests.Support;
using Auth0Connector.MockTenant;

namespace Auth0Connector.Cli.Tests.Coverage;

/// <summary>What a sync did not read is said wherever somebody could take its absence for an answer.</summary>
public sealed class NotReadTests
{
    private static readonly MockTenantOptions Tenant = new() { Users = 40, Roles = 12, Organizations = 8, Groups = 4, Oddities = false, Cast = true };

    [Fact]
    public async Task A_sync_without_permissions_says_so_in_every_form()
    {
        await using var bench = await SyncAsync();

        var table = await bench.Workspace.RunAsync("findings");
        Assert.StartsWith("NOT READ  permissions of roles, what applications may ask of APIs: permissions were not read. Read them with --sync-permissions.\n", table.Out, StringComparison.Ordinal);
        Assert.Contains("Not asked: all-scopes-applications, direct-permissions, unused-apis.\n", table.Out, StringComparison.Ordinal);
        Assert.Contains("Privileged access: at least ", table.Out, StringComparison.Ordinal);
        Assert.StartsWith("severity,rule,title,resource_type,id,name,email,detail\n", (await bench.Workspace.RunAsync("findings", "-o", "csv")).Out, StringComparison.Ordinal);
        Assert.Contains("\nnot asked,unused-apis,APIs that nobody may use,,,,,", (await bench.Workspace.RunAsync("findings", "-o", "csv")).Out, StringComparison.Ordinal);

        using var json = JsonDocument.Parse((await bench.Workspace.RunAsync("findings", "-o", "json")).Out);
        Asked(json.RootElement, "unused-apis", isPartly: false, "permissions were not read");
        Asked(json.RootElement, "blocked-with-access", isPartly: true, "permissions were not read");
        using var sarif = JsonDocument.Parse((await bench.Workspace.RunAsync("findings", "-o", "sarif")).Out);
        var run = sarif.RootElement.GetProperty("runs")[0];
        Asked(run.GetProperty("properties"), "unused-apis", isPartly: false, "permissions were not read");
        Assert.Contains(
            run.GetProperty("invocations")[0].GetProperty("toolExecutionNotifications").EnumerateArray(),
            one => one.GetProperty("associatedRule").GetProperty("id").GetString() == "unused-apis" && one.GetProperty("message").GetProperty("text").GetString()!.StartsWith("Not asked: ", StringComparison.Ordinal));

        using var data = await ReportAsync(bench.Workspace);
        Asked(data.RootElement, "unused-apis", isPartly: false, "permissions were not read");
        Assert.Equal("permissions were not read", data.RootElement.GetProperty("unknown").GetProperty("permission").GetString());
        Assert.Contains("permissions of roles", data.RootElement.GetProperty("unknown").GetProperty("privileged").GetString(), StringComparison.Ordinal);

        var review = await bench.Workspace.RunAsync("review");
        Assert.Contains("NOT READ  permissions of roles", review.Out, StringComparison.Ordinal);
        var sheet = await File.ReadAllLinesAsync(bench.Workspace.PathOf("review.csv"));
        Assert.StartsWith("not_known,person_type,", sheet[0], StringComparison.Ordinal);
        Assert.All(sheet.Skip(1), row => Assert.StartsWith("permissions of roles; permissions that people hold directly,", row, StringComparison.Ordinal));
        Assert.Contains(sheet, row => row.Contains(",directly,not known,", StringComparison.Ordinal));
        Assert.DoesNotContain(sheet, row => row.Contains(",directly,no,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_sync_of_everything_leaves_nothing_to_say()
    {
        await using var bench = await SyncAsync("--sync-user-permissions");

        using var json = JsonDocument.Parse((await bench.Workspace.RunAsync("findings", "-o", "json")).Out);

        Assert.Empty(json.RootElement.GetProperty("notRead").EnumerateArray());
        Assert.Empty(json.RootElement.GetProperty("notAsked").EnumerateArray());
        await bench.Workspace.RunAsync("review");
        Assert.StartsWith("person_type,", await File.ReadAllTextAsync(bench.Workspace.PathOf("review.csv")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("organization", "sync-resource-types", "--sync-resource-types", "user,role,group")]
    [InlineData("role", "sync-resource-types", "--sync-resource-types", "user,organization,group")]
    [InlineData("group", "sync-resource-types", "--sync-resource-types", "user,role,organization")]
    [InlineData("user", "only single resources were read", "--sync-resources", "ROLE")]
    [InlineData("organization", "only single resources were read", "--sync-resources", "ROLE")]
    public async Task Whatever_is_left_out_is_not_known(string kind, string reason, string flag, string value)
    {
        await using var bench = await SyncAsync(flag, value);

        using var data = await ReportAsync(bench.Workspace);

        Assert.Contains(reason, data.RootElement.GetProperty("unknown").GetProperty(kind).GetString(), StringComparison.Ordinal);
        using var json = JsonDocument.Parse((await bench.Workspace.RunAsync("findings", "-o", "json")).Out);
        Asked(json.RootElement, "empty-organizations", isPartly: false, string.Empty, isExpected: kind != "role");
        Asked(json.RootElement, "empty-roles", isPartly: false, string.Empty);
        Assert.DoesNotContain(json.RootElement.GetProperty("findings").EnumerateArray(), finding => finding.GetProperty("rule").GetString() == "empty-roles");
    }

    [Fact]
    public async Task Without_grants_nobody_is_said_to_hold_nothing()
    {
        await using var bench = await SyncAsync("--skip-entitlements-and-grants");

        var result = await bench.Workspace.RunAsync("findings");

        Assert.Contains("NOT READ  who holds what: it was left out (--skip-entitlements-and-grants).", result.Out, StringComparison.Ordinal);
        Assert.Contains("Privileged access: not known (not read: who holds what", result.Out, StringComparison.Ordinal);
        Assert.EndsWith("No rule met anything in what was read.\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_tenant_refused_is_not_known_either()
    {
        await using var bench = await SyncAsync(Tenant with { GroupsFeature = false });

        var result = await bench.Workspace.RunAsync("findings");

        Assert.Contains("NOT READ  groups", result.Out, StringComparison.Ordinal);
        Assert.Contains("empty-roles", result.Out.Split('\n').Single(line => line.StartsWith("Not asked: ", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_proof_of_a_partial_sync_says_what_it_covers()
    {
        await using var bench = await SyncAsync("--sync-resources", "ROLE");

        var table = await bench.Workspace.RunAsync("completeness");
        var json = await bench.Workspace.RunAsync("completeness", "-o", "json");

        Assert.Equal((0, 0), (table.ExitCode, json.ExitCode));
        Assert.Contains("only the resources that were named, not the tenant", table.Out, StringComparison.Ordinal);
        using var proof = JsonDocument.Parse(json.Out);
        Assert.Equal("partial", proof.RootElement.GetProperty("syncType").GetString());
        Assert.False(proof.RootElement.GetProperty("coversTenant").GetBoolean());
        Assert.NotEmpty(proof.RootElement.GetProperty("notRead").EnumerateArray());
        using var data = await ReportAsync(bench.Workspace);
        Assert.Equal("partial", data.RootElement.GetProperty("proof").GetProperty("state").GetString());
        Assert.StartsWith("Only single resources were read", data.RootElement.GetProperty("proof").GetProperty("words").GetString(), StringComparison.Ordinal);
    }

    private static void Asked(JsonElement answer, string rule, bool isPartly, string reason, bool isExpected = true)
    {
        var entries = answer.GetProperty("notAsked").EnumerateArray().Where(one => one.GetProperty("rule").GetString() == rule).ToList();
        Assert.Equal(isExpected ? 1 : 0, entries.Count);
        Assert.All(entries, entry => Assert.Equal(isPartly, entry.GetProperty("partly").GetBoolean()));
        Assert.All(entries, entry => Assert.Contains(reason, entry.GetProperty("reason").GetString(), StringComparison.Ordinal));
        Assert.All(entries, entry => Assert.NotEmpty(entry.GetProperty("remedy").GetString()!));
    }

    private static Task<TenantBench> SyncAsync(params string[] flags) => SyncAsync(Tenant, flags);

    private static async Task<TenantBench> SyncAsync(MockTenantOptions tenant, params string[] flags)
    {
        var bench = await TenantBench.StartAsync(tenant);
        var role = $"bid:r:role/{bench.Tenant.Truth.Roles.ElementAt(9).Id}";
        var result = await bench.Workspace.RunAsync([.. flags.Select(flag => flag == "ROLE" ? role : flag), "--log-level", "error"]);
        Assert.True(result.ExitCode == 0, result.Error);
        return bench;
    }

    private static async Task<JsonDocument> ReportAsync(Workspace workspace)
    {
        Assert.Equal(0, (await workspace.RunAsync("report", "--force")).ExitCode);
        var page = await File.ReadAllTextAsync(workspace.PathOf("report.html"));
        const string Mark = "id=\"data\">";
        var from = page.IndexOf(Mark, StringComparison.Ordinal) + Mark.Length;
        using var gzip = new GZipStream(new MemoryStream(Convert.FromBase64String(page[from..page.IndexOf('<', from)])), CompressionMode.Decompress);
        return await JsonDocument.ParseAsync(gzip);
    }
}
