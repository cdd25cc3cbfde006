using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Settings;

/// <summary>Finds the strongest source of each setting: flag, variable, configuration file, default.</summary>
/// <param name="host">The surroundings.</param>
/// <param name="known">What variables and the configuration file may name: the settings of a sync, with the ecosystem's.</param>
internal sealed class SettingResolver(Host host, IReadOnlyList<SettingDefinition> known)
{
    /// <summary>Resolves the settings of a command.</summary>
    public ResolvedSettings Resolve(SettingSources sources, IReadOnlyList<SettingDefinition> settings, IReadOnlyDictionary<string, SettingValue> flags)
    {
        if (sources == SettingSources.Flags)
        {
            return Resolve(settings, flags, static setting => setting.IsOfEveryCommand, file: null, warnings: []);
        }

        var file = ConfigFile.Load(host);
        var unknown = UnknownVariables().Concat(file is null ? [] : UnknownKeys(file));
        return Resolve(settings, flags, known.Contains, file, [.. unknown]);
    }

    private ResolvedSettings Resolve(
        IReadOnlyList<SettingDefinition> settings,
        IReadOnlyDictionary<string, SettingValue> flags,
        Func<SettingDefinition, bool> readsVariable,
        ConfigFile? file,
        IReadOnlyList<string> warnings)
    {
        var given = new Dictionary<SettingDefinition, SettingValue>(ReferenceEqualityComparer.Instance);
        var empty = new Dictionary<SettingDefinition, string>(ReferenceEqualityComparer.Instance);
        foreach (var setting in settings)
        {
            var isRead = readsVariable(setting);
            if (isRead && setting.Names.Select(SettingDefinition.VariableOf).FirstOrDefault(name => host.Variable(name) is "") is { } variable)
            {
                empty[setting] = variable;
            }

            var value = Only(setting, setting.Names.Select(name => flags.GetValueOrDefault(name)))
                ?? (isRead ? Only(setting, setting.Names.Select(Variable)) : null)
                ?? (file is null || !isRead ? null : Only(setting, setting.Names.Select(name => file.Value(setting, name))));
            if (value is null)
            {
                continue;
            }

            SettingCheck.Check(setting, value);
            given[setting] = value;
        }

        var serves = given.Any(static pair => pair.Key.MakesServe && pair.Value.Text.Length > 0);
        foreach (var (setting, value) in given.Where(pair => !(serves && pair.Key.IsNoteInService)))
        {
            Refuse(setting, value);
        }

        return new ResolvedSettings(given, warnings, empty);
    }

    private SettingValue? Variable(string name)
    {
        var variable = SettingDefinition.VariableOf(name);
        return host.Variable(variable) is { Length: > 0 } text ? new SettingValue(variable, [text]) : null;
    }

    /// <summary>One source may use two names of a setting, but not with two meanings.</summary>
    private static SettingValue? Only(SettingDefinition setting, IEnumerable<SettingValue?> values)
    {
        SettingValue? only = null;
        foreach (var value in values)
        {
            if (value is null)
            {
                continue;
            }

            if (only is not null && only.Text != value.Text)
            {
                throw new UsageException($"{only.Label} and {value.Label} mean the same setting but differ; give one of them");
            }

            only ??= value;
        }

        return only;
    }

    private static void Refuse(SettingDefinition setting, SettingValue value)
    {
        if (setting.RefusedBecause is not { } because || value.Text.Length == 0)
        {
            return;
        }

        // Written out in full, the ecosystem's configuration files hold 'ticketing: false' and the like.
        if (setting.Kind == SettingKind.Switch && SettingCheck.TrySwitch(value.Text, out var on) && !on)
        {
            return;
        }

        throw new UsageException($"{value.Label}: {because}");
    }

    private IEnumerable<string> UnknownKeys(ConfigFile file)
    {
        var names = known.SelectMany(setting => setting.Names).ToList();
        return file.Keys
            .Where(key => !names.Contains(key, StringComparer.OrdinalIgnoreCase))
            .Select(key => $"{file.Name}: unknown key '{Printable.Short(key)}' is ignored{DidYouMean(key.ToLowerInvariant(), names)}");
    }

    private IEnumerable<string> UnknownVariables()
    {
        var names = known.SelectMany(setting => setting.Names).Select(SettingDefinition.VariableOf).ToList();
        return host.Variables.Keys
            .Where(name => name.StartsWith("BATON_AUTH0_", StringComparison.Ordinal) && !names.Contains(name, StringComparer.Ordinal))
            .Select(name => $"unknown variable {Printable.Short(name)} is ignored{DidYouMean(name, names)}");
    }

    private static string DidYouMean(string word, IEnumerable<string> names) =>
        Suggestion.For(word, names) is { } meant ? $"; did you mean '{meant}'?" : string.Empty;
}
