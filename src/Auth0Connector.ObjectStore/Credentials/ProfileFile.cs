using Auth0Connector.ObjectStore.Failures;

namespace Auth0Connector.ObjectStore.Credentials;

/// <summary>The shared files of the AWS tools: sections with names and values.</summary>
internal static class ProfileFile
{
    /// <summary>What a profile says in the file of credentials, and of what that lacks in the file of settings.</summary>
    public static Dictionary<string, string> Read(Func<string, string?> variable)
    {
        var profile = Profile(variable);
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        ReadInto(values, variable("AWS_SHARED_CREDENTIALS_FILE") ?? InHome(variable, "credentials"), profile);
        ReadInto(values, variable("AWS_CONFIG_FILE") ?? InHome(variable, "config"), profile == "default" ? profile : $"profile {profile}");
        return values;
    }

    /// <summary>The name of the profile.</summary>
    public static string Profile(Func<string, string?> variable) => variable("AWS_PROFILE") is { Length: > 0 } named ? named : "default";

    private static string? InHome(Func<string, string?> variable, string name) =>
        (variable("HOME") ?? variable("USERPROFILE")) is { Length: > 0 } home ? Path.Combine(home, ".aws", name) : null;

    private static void ReadInto(Dictionary<string, string> values, string? path, string section)
    {
        if (path is null || !File.Exists(path))
        {
            return;
        }

        try
        {
            var isOurs = false;
            foreach (var line in File.ReadLines(path).Select(static line => line.Trim()))
            {
                if (line.StartsWith('[') && line.EndsWith(']'))
                {
                    isOurs = line[1..^1].Trim() == section;
                }
                else if (isOurs && !line.StartsWith('#') && !line.StartsWith(';') && line.Split('=', 2, StringSplitOptions.TrimEntries) is [var name, var value])
                {
                    values.TryAdd(name, value);
                }
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ObjectStoreException(ObjectStoreErrorKind.Settings, $"the AWS settings in '{path}' cannot be read; give this user the right to, or name another file", failure);
        }
    }
}
