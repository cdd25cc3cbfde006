using Auth0Connector.Cli.Configure;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Tests.Configure;

/// <summary>What is edited changes, and everything else of a person's file stays as it was written.</summary>
public sealed class ConfigTextTests : IDisposable
{
    private static readonly string[] Files =
    [
        "",
        "# nothing yet\n",
        "profiles:\n",
        "profiles:\n  prod:\n    file: a.c1z\n",
        "# mine\ndefault-profile: prod # the big one\n\nprofiles:\n  # first\n  prod:\n    file: a.c1z # here\n\n  # second\n  dev:\n    sync-resource-types:\n      - user\n      - role\n  # last words\n",
        "---\n# mine\nprofiles:\n    prod:\n        file: a.c1z\n    dev:\n        file: |\n            b.c1z\n",
        "profiles:\r\n  prod:\r\n    file: a.c1z\r\n",
        "profiles:\n  prod:\n    file: a.c1z\nother: 1\n",
        "other:\n  - 1\nprofiles:\n  'dev':\n    file: \"b # c.c1z\"\n  prod: {file: a.c1z}\n",
        "profiles:\n  prod:\n    file: a.c1z",
    ];

    private static readonly string[] Values =
    [
        "plain", "https://acme.eu.auth0.com", "a: b", "# none", "it's", "\"quoted\"", "日本 語", "true", "null", "~", "- x", "a|b", "{a}", "[a]", " x ", "0x1F", "1e3", "%x", "@x", "`x`", "&a", "*a", "!t", "a #b", "tab\tinside", "line\nbreak", "no", "2026-11-26", "",
    ];

    private readonly ProfileWorkspace _workspace = new();

    public static TheoryData<int> Shapes => [.. Enumerable.Range(0, Files.Length)];

    private Host Host => _workspace.Inner.Host(TextWriter.Null, TextWriter.Null);

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Every_value_comes_back_and_everything_else_stays(int shape)
    {
        var text = Files[shape];
        foreach (var value in Values)
        {
            foreach (var name in new[] { "prod", "dev", "new" })
            {
                var edited = ConfigText.WithDefault(Host, "config.yaml", ConfigText.WithProfile(Host, "config.yaml", text, name, [("auth0-client-id", value), ("file", "z.c1z")]), name);

                var after = UserConfig.Of(Host, "config.yaml", edited);
                Assert.Equal(name, after.Default);
                var profile = after.Named(name, "");
                Assert.Equal((value, "z.c1z"), (profile.Text("auth0-client-id"), profile.Text("file")));
                Assert.Equal(text.Contains("\r\n", StringComparison.Ordinal), edited.Contains("\r\n", StringComparison.Ordinal));
                Assert.All(Comments(text, name), comment => Assert.Contains(comment, edited, StringComparison.Ordinal));
                Assert.Equal(
                    UserConfig.Of(Host, "config.yaml", text).Profiles.Where(other => other.Name != name).Select(Whole),
                    after.Profiles.Where(other => other.Name != name).Select(Whole));
            }
        }
    }

    [Theory]
    [InlineData("profiles: {prod: {file: a.c1z}}\n")]
    [InlineData("{profiles: {prod: {file: a.c1z}}}\n")]
    [InlineData("\"profiles\":\n  prod:\n    file: a.c1z\n")]
    public void A_file_in_another_style_is_left_alone_with_what_to_write_by_hand(string text)
    {
        var refused = Assert.Throws<UsageException>(() => ConfigText.WithProfile(Host, "config.yaml", text, "new", [("auth0-client-id", "abc"), ("auth0-client-secret-file", "new.secret")]));

        Assert.Contains("by hand", refused.Message, StringComparison.Ordinal);
    }

    // Those inside the profile that is replaced may go with it.
    private static IEnumerable<string> Comments(string text, string replaced) =>
        new[] { "# mine", "# first", "# second", "# last words", "# nothing yet" }.Where(comment => text.Contains(comment, StringComparison.Ordinal) && replaced.Length > 0);

    private static string Whole(Profile profile) => $"{profile.Name}: {string.Join(", ", profile.Keys.Select(key => $"{key}={profile.Text(key)}"))}";
}
