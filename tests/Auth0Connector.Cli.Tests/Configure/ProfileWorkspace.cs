using Auth0Connector.Cli.Commands;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Tests.Support;

namespace Auth0Connector.Cli.Tests.Configure;

/// <summary>A person's home with a configuration of their own.</summary>
internal sealed class ProfileWorkspace : IDisposable
{
    private readonly Workspace _workspace = new();

    public ProfileWorkspace()
    {
        Variables["HOME"] = _workspace.Directory;
        Variables["USERPROFILE"] = _workspace.Directory;
        Variables["XDG_CONFIG_HOME"] = _workspace.Directory;
        Variables["XDG_DATA_HOME"] = _workspace.PathOf("data");
    }

    public Workspace Inner => _workspace;

    public Dictionary<string, string> Variables => _workspace.Variables;

    public string ConfigFolder => _workspace.PathOf("auth0-connector");

    public string ConfigPath => Path.Combine(ConfigFolder, "config.yaml");

    public void Dispose() => _workspace.Dispose();

    public string PathOf(string name) => _workspace.PathOf(name);

    public void Write(string name, string text) => _workspace.Write(name, text);

    public void WriteProfiles(string text)
    {
        Directory.CreateDirectory(ConfigFolder);
        File.WriteAllText(ConfigPath, text);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(ConfigPath, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    public ResolvedSettings Resolve(CommandDefinition command, params (string Name, string Value)[] flags) =>
        new SettingResolver(_workspace.Host(TextWriter.Null, TextWriter.Null), CommandTable.Sync.Settings)
            .Resolve(command.Sources, command.Settings, flags.ToDictionary(flag => flag.Name, flag => new SettingValue("--" + flag.Name, [flag.Value])));

    public Task<CommandResult> RunAsync(params string[] arguments) => _workspace.RunAsync(arguments);
}
