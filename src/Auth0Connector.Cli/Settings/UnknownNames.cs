using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Settings;

/// <summary>Names in variables and configuration files that mean nothing: most likely slips.</summary>
internal static class UnknownNames
{
    /// <summary>A warning for each.</summary>
    public static IEnumerable<string> Of(Host host, ConfigSources configs, IReadOnlyList<SettingDefinition> known)
    {
        var names = known.Where(static setting => !setting.ChoosesConfig).SelectMany(setting => setting.Names).ToList();
        return Variables(host, known)
            .Concat(configs.File is { } file ? Keys(file.Name, file.Keys, names) : [])
            .Concat(configs.User is { } user ? Keys(user.Name, user.UnknownKeys, [UserConfig.DefaultKey, UserConfig.ProfilesKey]) : [])
            .Concat(configs.Profile is { } profile ? Keys(profile.Label, profile.Keys, names) : []);
    }

    private static IEnumerable<string> Keys(string place, IEnumerable<string> keys, IReadOnlyList<string> names) => keys
        .Where(key => !names.Contains(key, StringComparer.OrdinalIgnoreCase))
        .Select(key => $"{place}: unknown key '{Printable.Short(key)}' is ignored{(OfProfiles(key) ?? DidYouMean(key.ToLowerInvariant(), names))}");

    private static string? OfProfiles(string key) =>
        key is UserConfig.ProfilesKey or UserConfig.DefaultKey || key == ConfigFlags.Profile.Name
            ? "; profiles stand in your own config.yaml, and --profile, BATON_PROFILE or 'profile use' choose one"
            : null;

    private static IEnumerable<string> Variables(Host host, IReadOnlyList<SettingDefinition> known)
    {
        var names = known.SelectMany(setting => setting.Names).Select(SettingDefinition.VariableOf).ToList();
        return host.Variables.Keys
            .Where(name => name.StartsWith("BATON_AUTH0_", StringComparison.Ordinal) && !names.Contains(name, StringComparer.Ordinal))
            .Select(name => $"unknown variable {Printable.Short(name)} is ignored{DidYouMean(name, names)}");
    }

    private static string DidYouMean(string word, IEnumerable<string> names) =>
        Suggestion.For(word, names) is { } meant ? $"; did you mean '{meant}'?" : string.Empty;
}
