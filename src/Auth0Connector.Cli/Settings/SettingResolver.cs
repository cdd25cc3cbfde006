namespace Auth0Connector.Cli.Settings;

/// <summary>Finds the strongest source of each setting: flag, variable, configuration file, default.</summary>
internal sealed class SettingResolver(Host host)
{
    /// <summary>Resolves the settings of a sync, from all sources.</summary>
    public ResolvedSettings ForSync(IReadOnlyDictionary<string, SettingValue> flags)
    {
        var file = ConfigFile.Load(host);
        var unknown = UnknownVariables().Concat(file is null ? [] : UnknownKeys(file));
        return Resolve(SettingTable.SyncAndEcosystem, flags, _ => true, file, [.. unknown]);
    }

    /// <summary>
    /// Resolves the settings of a command that has nothing to do with the person's own tenant: only the log may
    /// come from variables, so that <c>BATON_FILE</c> of a nightly job is never the target of a demonstration.
    /// </summary>
    public ResolvedSettings ForSideCommand(IReadOnlyList<SettingDefinition> table, IReadOnlyDictionary<string, SettingValue> flags) =>
        Resolve(table, flags, setting => setting.Group == SettingGroup.Logs, file: null, warnings: []);

    /// <summary>Resolves the settings of a command that looks into a file: the file may come from its variable as well.</summary>
    public ResolvedSettings ForReading(IReadOnlyList<SettingDefinition> table, IReadOnlyDictionary<string, SettingValue> flags) =>
        Resolve(table, flags, setting => setting.Group == SettingGroup.Logs || ReferenceEquals(setting, LookTable.File), file: null, warnings: []);

    /// <summary>
    /// Resolves the settings of a command that changes the tenant: where it is and how to prove who asks comes from all
    /// sources, who and what is changed only from the command line.
    /// </summary>
    public ResolvedSettings ForTenantCommand(IReadOnlyList<SettingDefinition> table, IReadOnlyDictionary<string, SettingValue> flags)
    {
        var file = ConfigFile.Load(host);
        var unknown = UnknownVariables().Concat(file is null ? [] : UnknownKeys(file));
        return Resolve(table, flags, static setting => SettingTable.Sync.Contains(setting), file, [.. unknown]);
    }

    private ResolvedSettings Resolve(
        IReadOnlyList<SettingDefinition> table,
        IReadOnlyDictionary<string, SettingValue> flags,
        Func<SettingDefinition, bool> readsVariable,
        ConfigFile? file,
        IReadOnlyList<string> warnings)
    {
        var given = new Dictionary<SettingDefinition, SettingValue>(ReferenceEqualityComparer.Instance);
        var empty = new Dictionary<SettingDefinition, string>(ReferenceEqualityComparer.Instance);
        foreach (var setting in table)
        {
            if (readsVariable(setting) && setting.Names.Select(SettingDefinition.VariableOf).FirstOrDefault(name => host.Variable(name) is "") is { } variable)
            {
                empty[setting] = variable;
            }

            var value = Only(setting, setting.Names.Select(name => flags.GetValueOrDefault(name)))
                ?? (readsVariable(setting) ? Only(setting, setting.Names.Select(Variable)) : null)
                ?? (file is null || !readsVariable(setting) ? null : Only(setting, setting.Names.Select(name => file.Value(setting, name))));
            if (value is null)
            {
                continue;
            }

            SettingCheck.Check(setting, value);
            Refuse(setting, value);
            given[setting] = value;
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
                throw new ConfigurationException($"{only.Label} and {value.Label} mean the same setting but differ; give one of them");
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

        throw new ConfigurationException($"{value.Label}: {because}");
    }

    private static IEnumerable<string> UnknownKeys(ConfigFile file)
    {
        var known = SettingTable.SyncAndEcosystem.SelectMany(setting => setting.Names).ToList();
        return file.Keys
            .Where(key => !known.Contains(key, StringComparer.OrdinalIgnoreCase))
            .Select(key => $"{file.Name}: unknown key '{SettingCheck.Shown(key)}' is ignored{DidYouMean(key.ToLowerInvariant(), known)}");
    }

    private IEnumerable<string> UnknownVariables()
    {
        var known = SettingTable.SyncAndEcosystem.SelectMany(setting => setting.Names).Select(SettingDefinition.VariableOf).ToList();
        return host.Variables.Keys
            .Where(name => name.StartsWith("BATON_AUTH0_", StringComparison.Ordinal) && !known.Contains(name, StringComparer.Ordinal))
            .Select(name => $"unknown variable {SettingCheck.Shown(name)} is ignored{DidYouMean(name, known)}");
    }

    private static string DidYouMean(string word, IEnumerable<string> known) =>
        Suggestion.For(word, known) is { } meant ? $"; did you mean '{meant}'?" : string.Empty;
}
