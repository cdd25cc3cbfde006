using System.Text.RegularExpressions;
using Auth0Connector.MockTenant;

namespace Auth0Connector.Cli.Tests.Changes;

/// <summary>docs/least-privilege.md against the program: each use works with its scopes, and without any one of them says which is missing.</summary>
public sealed partial class LeastPrivilegeTests(LeastPrivilegeTenant tenant) : IClassFixture<LeastPrivilegeTenant>
{
    private static readonly string Page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "approved", "docs", "least-privilege.md")).ReplaceLineEndings("\n");

    public static TheoryData<string> Documented => [.. Uses.Keys];

    private static IReadOnlyDictionary<string, IReadOnlyList<string>> Uses { get; } = Read();

    [Theory]
    [MemberData(nameof(Documented))]
    public async Task A_use_works_with_its_scopes_and_with_none_of_them_missing(string use)
    {
        foreach (var arguments in Commands(use))
        {
            await using (var workspace = await StartAsync(use, Uses[use]))
            {
                var result = await workspace.RunAsync(LeastPrivilegeTenant.Fill(workspace.Truth, arguments));
                Assert.True(result.ExitCode == 0, $"{string.Join(' ', arguments)}: {result.Error}");
                Assert.Equal(IsSync(use), workspace.Writes.All(IsExport));
            }

            foreach (var missing in Uses[use])
            {
                await using var workspace = await StartAsync(use, Uses[use].Where(scope => scope != missing));
                var result = await workspace.RunAsync(LeastPrivilegeTenant.Fill(workspace.Truth, arguments));

                // What is on by default or asked for is skipped and announced; what a sync or a change cannot do without ends it.
                Assert.True(result.ExitCode is 11 || (result.ExitCode == 3 && IsSync(use)), $"without {missing}: {result.ExitCode} {result.Error}");
                Assert.DoesNotContain(workspace.Writes, write => !IsExport(write));
            }
        }
    }

    [Fact]
    public void The_applications_of_the_Terraform_snippet_are_the_uses()
    {
        var snippet = Page[Page.IndexOf("```hcl", StringComparison.Ordinal)..];
        var sync = Scopes().Matches(snippet[snippet.IndexOf("sync = [", StringComparison.Ordinal)..snippet.IndexOf("uses = {", StringComparison.Ordinal)]).Select(x => x.Value).ToList();
        var made = Use().Matches(snippet).Select(x => Scopes().Matches(x.Value).Select(y => y.Value).Concat(x.Value.Contains("local.sync", StringComparison.Ordinal) ? sync : []));

        Assert.Equal(Uses.Values.Select(Sorted).Order(StringComparer.Ordinal), made.Select(Sorted).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Scopes_that_reveal_secrets_or_widen_rights_are_in_no_use() =>
        Assert.Empty(Uses.Values.SelectMany(x => x).Intersect(["read:client_keys", "read:user_idp_tokens", "read:connections_options", "update:client_grants"]));

    private static string Sorted(IEnumerable<string> scopes) => string.Join(' ', scopes.Order(StringComparer.Ordinal));

    private static string[][] Commands(string use) => use switch
    {
        "sync, the least" => [[]],
        "sync, all that is on by default" => [["--strict"]],
        "sync with --sync-permissions" => [["--strict", "--sync-permissions"]],
        "sync with --sync-organization-connections" => [["--strict", "--sync-organization-connections"]],
        "grant --role, revoke --role" => [["grant", "{user}", "{role}"], ["revoke", "{holder}", "{role}"]],
        "grant --role, narrower" => [["grant", "{user}", "{role}"]],
        "revoke --role, narrower" => [["revoke", "{holder}", "{role}"]],
        "grant --organization" => [["grant", "{outsider}", "{organization}"]],
        "revoke --organization" => [["revoke", "{member}", "{organization}"]],
        "grant --organization --role" => [["grant", "{member}", "{organization}", "{role}"]],
        "revoke --organization --role" => [["revoke", "{insider}"]],
        "revoke --from a sheet of a review" => [["revoke", "--from", "decisions.csv"]],
        "revoke --expired" => [["revoke", "--expired"]],
        "--grant-entitlement of a role, to a group" => [["{groupRole}"]],
        "--revoke-grant of a role, from a group" => [["{groupGrant}"]],
        "--grant-entitlement inside an organization, to a group" => [["{groupRoleInside}"]],
        "--revoke-grant inside an organization, from a group" => [["{groupGrantInside}"]],
        "account disable, account enable" => [["account", "disable", "{user}"], ["account", "enable", "{blocked}"]],
        "account disable --end-sessions" => [["account", "disable", "{user}", "--end-sessions"]],
        "account create" => [["account", "create", "--email", "ada@new.example"], ["--create-account-login", "ada@new.example"]],
        "account delete" => [["account", "delete", "{user}", "--yes"]],
        _ => throw new InvalidOperationException($"docs/least-privilege.md has a use that nobody runs here: {use}"),
    };

    private static bool IsSync(string use) => use.StartsWith("sync", StringComparison.Ordinal);

    private static bool IsExport(RecordedRequest request) => request.Endpoint == "POST /jobs/users-exports";

    private async Task<ChangeWorkspace> StartAsync(string use, IEnumerable<string> scopes)
    {
        var workspace = await ChangeWorkspace.StartAsync(LeastPrivilegeTenant.Options, scopes);
        tenant.Prepare(workspace, use);
        return workspace;
    }

    private static Dictionary<string, IReadOnlyList<string>> Read()
    {
        var uses = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var row in Page.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Select(line => line.Split('|')).Skip(1))
        {
            var scopes = Scopes().Matches(row[2]).Select(x => x.Value);
            uses[row[1].Replace("`", "", StringComparison.Ordinal).Trim()] = [.. row[2].Contains("all of these", StringComparison.Ordinal) ? uses["sync, all that is on by default"].Concat(scopes) : scopes];
        }

        return uses;
    }

    [GeneratedRegex("(?<=[`\"])[a-z]+:[a-z_]+(?=[`\"])")]
    private static partial Regex Scopes();

    [GeneratedRegex("^    \"access [^\n]*", RegexOptions.Multiline)]
    private static partial Regex Use();
}
