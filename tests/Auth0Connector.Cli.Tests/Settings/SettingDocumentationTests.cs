using System.Text;
using Auth0Connector.Cli.Commands;
using Auth0Connector.Cli.Help;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;
using Auth0Connector.Cli.Sync;
using Auth0Connector.Cli.Tests.Support;

namespace Auth0Connector.Cli.Tests.Settings;

public sealed class SettingDocumentationTests
{
    [Fact]
    public void Every_setting_of_a_sync_is_documented()
    {
        var text = new StringBuilder();
        foreach (var (group, title) in HelpPage.Headings)
        {
            var settings = CommandTable.Sync.Settings.Where(setting => setting.Group == group && setting.Listed).ToList();
            if (settings.Count == 0)
            {
                continue;
            }

            text.Append($"\n## {title}\n\n| Flag | Variable | Default | Meaning |\n|---|---|---|---|\n");
            foreach (var setting in settings)
            {
                var letter = setting.ShortName is { } name ? $"`-{name}`, " : string.Empty;
                text.Append($"| {letter}`--{setting.Name}` | `{setting.Variable}` | {setting.DefaultInWords ?? (setting.Default is { } usual ? $"`{usual}`" : string.Empty)} | {setting.Help} |\n");
            }
        }

        Approved.CheckPart("docs/settings.md", "settings", text.Append('\n').ToString());
    }

    [Fact]
    public void Every_ignored_flag_is_documented_with_its_reason() =>
        Approved.CheckPart("docs/settings.md", "ignored", Table(SyncFlags.WithEcosystem.Where(setting => setting.IgnoredBecause is not null), setting => setting.IgnoredBecause!));

    [Fact]
    public void Every_refused_flag_is_documented_with_its_reason() =>
        Approved.CheckPart("docs/settings.md", "refused", Table(SyncFlags.WithEcosystem.Where(setting => setting.RefusedBecause is not null), setting => setting.RefusedBecause!));

    [Fact]
    public void Every_exit_code_is_documented()
    {
        var text = new StringBuilder("| Code | Meaning |\n|---|---|\n");
        foreach (var (code, meaning) in ExitCodes.All)
        {
            text.Append($"| {code} | {meaning} |\n");
        }

        Approved.CheckPart("docs/exit-codes.md", "codes", text.ToString());
    }

    [Fact]
    public void Every_class_of_errors_is_documented()
    {
        var text = new StringBuilder("| Class | Code | Meaning |\n|---|---|---|\n");
        foreach (var kind in ErrorClass.All)
        {
            text.Append($"| `{kind.Word}` | {kind.ExitCode} | {kind.Meaning} |\n");
        }

        Approved.CheckPart("docs/json.md", "classes", text.ToString());
    }

    [Fact]
    public void No_two_settings_of_a_command_share_a_name()
    {
        var names = SyncFlags.WithEcosystem.SelectMany(setting => setting.Names).ToList();

        Assert.Equal(names.Distinct(StringComparer.Ordinal), names);
    }

    private static string Table(IEnumerable<SettingDefinition> settings, Func<SettingDefinition, string> because)
    {
        var text = new StringBuilder("| Flag | Because |\n|---|---|\n");
        foreach (var group in settings.GroupBy(because))
        {
            text.Append($"| {string.Join(", ", group.Select(setting => $"`--{setting.Name}`"))} | {group.Key} |\n");
        }

        return text.ToString();
    }
}
