using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Settings;

/// <summary>Finds the strongest source of each setting: flag, variable, configuration file, profile, default.</summary>
/// <param name="host">The surroundings.</param>
/// <param name="known">What variables, the configuration file and profiles may name: the settings of a sync, with the ecosystem's.</param>
internal sealed class SettingResolver(Host host, IReadOnlyList<SettingDefinition> known)
{
    /// <summary>Resolves the settings of a command.</summary>
    public ResolvedSettings Resolve(SettingSources sources, IReadOnlyList<SettingDefinition> settings, IReadOnlyDictionary<string, SettingValue> flags)
    {
        var isEverywhere = sources == SettingSources.Everywhere;
        Func<SettingDefinition, bool> readsVariable = sources switch
        {
            SettingSources.Everywhere => known.Contains,
            SettingSources.FlagsAndVariables => setting => setting.IsOfEveryCommand || known.Any(other => other.Name == setting.Name),
            _ => static setting => setting.IsOfEveryCommand,
        };
        Func<SettingDefinition, bool> readsConfig = isEverywhere
            ? setting => known.Contains(setting) && !setting.ChoosesConfig
            : setting => setting.IsInEveryConfig && sources == SettingSources.Flags;
        var strong = new Dictionary<SettingDefinition, SettingValue>(ReferenceEqualityComparer.Instance);
        var empty = new Dictionary<SettingDefinition, string>(ReferenceEqualityComparer.Instance);
        foreach (var setting in settings)
        {
            var isRead = readsVariable(setting);
            if (isRead && setting.Names.Select(SettingDefinition.VariableOf).FirstOrDefault(name => host.Variable(name) is "") is { } variable)
            {
                empty[setting] = variable;
            }

            Take(strong, setting, SettingValue.Only(setting.Names.Select(name => flags.GetValueOrDefault(name))) ?? (isRead ? Variable(setting) : null));
        }

        var configurable = settings.Where(readsConfig).ToList();
        var configs = NeedsConfigs(isEverywhere, configurable, strong) ? ConfigSources.Load(host, Chosen(strong, ConfigFlags.Config), Chosen(strong, ConfigFlags.Profile)) : ConfigSources.None;
        foreach (var setting in configurable.Where(setting => setting.NotFromConfigFile || !strong.ContainsKey(setting)).ToList())
        {
            if (setting.NotFromConfigFile)
            {
                RefuseFromFile(setting, configs.File);
                continue;
            }

            Take(strong, setting, configs.File is { } file ? SettingValue.Only(setting.Names.Select(name => file.Value(setting, name))) : null);
        }

        var (given, leftOut) = WithProfile(configs, configurable, strong);
        Refuse(given);
        List<string> warnings = isEverywhere ? [.. UnknownNames.Of(host, configs, known), .. leftOut] : [];
        return new ResolvedSettings(given, warnings, empty) { Configs = configs };
    }

    // What a command does not need is not read: a mistake in it is none of that command's.
    private static bool NeedsConfigs(bool isEverywhere, IReadOnlyList<SettingDefinition> configurable, IReadOnlyDictionary<SettingDefinition, SettingValue> strong) =>
        isEverywhere || (configurable.Count > 0 && (configurable.Any(setting => !strong.ContainsKey(setting)) || Chosen(strong, ConfigFlags.Profile) is not null));

    private static SettingValue? Chosen(IReadOnlyDictionary<SettingDefinition, SettingValue> strong, SettingDefinition setting) =>
        strong.GetValueOrDefault(setting);

    private static void Take(Dictionary<SettingDefinition, SettingValue> given, SettingDefinition setting, SettingValue? value)
    {
        if (value is not null)
        {
            SettingCheck.Check(setting, value);
            given[setting] = value;
        }
    }

    /// <summary>What the profile adds. What is one unit with a setting that stronger sources give is left out, and named.</summary>
    private (Dictionary<SettingDefinition, SettingValue> Given, IReadOnlyList<string> LeftOut) WithProfile(
        ConfigSources configs, IReadOnlyList<SettingDefinition> configurable, Dictionary<SettingDefinition, SettingValue> strong)
    {
        var given = new Dictionary<SettingDefinition, SettingValue>(strong, ReferenceEqualityComparer.Instance);
        var elsewhere = known.Where(static setting => setting.NamesTenant).Select(setting => Elsewhere(setting, strong, configs.File)).FirstOrDefault(static value => value is not null);
        if (elsewhere is not null && !configs.IsAskedFor)
        {
            return (given, configs.Profile is { } unused ? [$"{unused.Label} is the default and counts for nothing here, since {elsewhere.Label} names the tenant; --profile asks for it"] : []);
        }

        if (configs.Demand() is not { } profile)
        {
            return (given, []);
        }

        var leftOut = new List<string>();
        foreach (var setting in configurable.Where(setting => !strong.ContainsKey(setting)))
        {
            if (profile.Value(setting) is not { } value)
            {
                continue;
            }

            if (setting.UnitWith.Select(name => ByName(name, strong, configs.File)).FirstOrDefault(static other => other is not null) is { } other)
            {
                leftOut.Add($"{value.Label} counts for nothing, since it goes with what {other.Label} replaces");
                continue;
            }

            Take(given, setting, value);
        }

        return (given, leftOut);
    }

    private SettingValue? ByName(string name, Dictionary<SettingDefinition, SettingValue> strong, SettingMap? file) =>
        strong.FirstOrDefault(pair => pair.Key.Name == name).Value
        ?? (known.FirstOrDefault(setting => setting.Name == name) is { } setting ? Elsewhere(setting, strong, file) : null);

    // Also of a command that has no flag for it: which tenant is meant is the same question for all commands.
    private SettingValue? Elsewhere(SettingDefinition setting, Dictionary<SettingDefinition, SettingValue> strong, SettingMap? file) =>
        strong.GetValueOrDefault(setting) ?? Variable(setting) ?? (file is null ? null : SettingValue.Only(setting.Names.Select(name => file.Value(setting, name))));

    private SettingValue? Variable(SettingDefinition setting) => SettingValue.Only(setting.Names.Select(name =>
    {
        var variable = SettingDefinition.VariableOf(name);
        return host.Variable(variable) is { Length: > 0 } text ? new SettingValue(variable, [text]) : null;
    }));

    private static void Refuse(IReadOnlyDictionary<SettingDefinition, SettingValue> given)
    {
        var serves = given.Any(static pair => pair.Key.MakesServe && pair.Value.Text.Length > 0);
        foreach (var (setting, value) in given.Where(pair => !(serves && pair.Key.IsNoteInService)))
        {
            if (setting.RefusedBecause is not { } because || value.Text.Length == 0)
            {
                continue;
            }

            // Written out in full, the ecosystem's configuration files hold 'ticketing: false' and the like.
            if (setting.Kind == SettingKind.Switch && SettingCheck.TrySwitch(value.Text, out var on) && !on)
            {
                continue;
            }

            throw new UsageException($"{value.Label}: {because}");
        }
    }

    // Whoever can write into a working directory is not to say what is run there.
    private static void RefuseFromFile(SettingDefinition setting, SettingMap? file)
    {
        if (file?.Value(setting, setting.Name) is { } value)
        {
            throw new UsageException($"{value.Label}: names a command to run, which this file may not; give --{setting.Name}, {setting.Variable} or a profile of your own config.yaml");
        }
    }
}
