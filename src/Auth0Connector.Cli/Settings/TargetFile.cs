namespace Auth0Connector.Cli.Settings;

/// <summary>Checks the place of a file that is to be written, before anything is read from the tenant.</summary>
internal static class TargetFile
{
    /// <summary>The absolute path, if a file can lie there.</summary>
    public static string Check(string label, string name, string example, Host host)
    {
        if (name.Contains('\0', StringComparison.Ordinal))
        {
            throw new ConfigurationException($"{label}: is no file name");
        }

        var path = host.FullPath(name);
        if (Directory.Exists(path) || name.EndsWith('/') || name.EndsWith(Path.DirectorySeparatorChar))
        {
            throw new ConfigurationException($"{label}: '{SettingCheck.Shown(name)}' is a directory; name a file in it, such as {Path.Combine(SettingCheck.Shown(name), example)}");
        }

        var parent = Path.GetDirectoryName(path);
        if (parent is not null && !Directory.Exists(parent))
        {
            var why = File.Exists(parent) ? "is not a directory" : "does not exist";
            throw new ConfigurationException($"{label}: the directory of '{SettingCheck.Shown(name)}' {why}; create it first");
        }

        return path;
    }
}
