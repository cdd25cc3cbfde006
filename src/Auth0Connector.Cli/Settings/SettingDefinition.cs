namespace Auth0Connector.Cli.Settings;

/// <summary>What a setting's text means.</summary>
internal enum SettingKind
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>True or false; as a flag it needs no value.</summary>
    Switch,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A number with a fraction.</summary>
    Fraction,

    /// <summary>One word of a few.</summary>
    Choice,

    /// <summary>Several texts, separated by commas or given again and again.</summary>
    List,
}

/// <summary>Under which heading help shows a setting.</summary>
internal enum SettingGroup
{
    /// <summary>Where the tenant is and how to prove who asks.</summary>
    Tenant,

    /// <summary>Where settings come from.</summary>
    Configuration,

    /// <summary>What is read.</summary>
    Reading,

    /// <summary>Who and what a change is about.</summary>
    Change,

    /// <summary>What is left behind.</summary>
    Output,

    /// <summary>What is shown of a file.</summary>
    Selection,

    /// <summary>How fast and how patient.</summary>
    Pace,

    /// <summary>What is told while it runs.</summary>
    Logs,

    /// <summary>What few people need.</summary>
    Advanced,

    /// <summary>How it serves ConductorOne.</summary>
    Service,

    /// <summary>What the mock tenant holds.</summary>
    MockData,

    /// <summary>How the mock tenant behaves.</summary>
    MockBehaviour,
}

/// <summary>One setting: the source of its flag, variable, configuration key, validation, help and documentation.</summary>
/// <param name="Name">Name of the flag without dashes, and the key in the configuration file.</param>
/// <param name="Kind">What its text means.</param>
/// <param name="Group">Its heading in help.</param>
/// <param name="Help">One or two sentences for help and documentation.</param>
internal sealed record SettingDefinition(string Name, SettingKind Kind, SettingGroup Group, string Help)
{
    /// <summary>One-letter flag, if it has one.</summary>
    public char? ShortName { get; init; }

    /// <summary>Other names that mean the same setting.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Value when no source gives one.</summary>
    public string? Default { get; init; }

    /// <summary>How help says the default when there is no fixed one.</summary>
    public string? DefaultInWords { get; init; }

    /// <summary>Stand-in for the value in help, such as <c>PATH</c>.</summary>
    public string Placeholder { get; init; } = "TEXT";

    /// <summary>What a right value looks like, for messages.</summary>
    public string? Example { get; init; }

    /// <summary>Whether the value must never be shown.</summary>
    public bool Secret { get; init; }

    /// <summary>The words a <see cref="SettingKind.Choice"/> may take.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Least value of a number.</summary>
    public long Least { get; init; }

    /// <summary>Greatest value of a number.</summary>
    public long Most { get; init; } = long.MaxValue;

    /// <summary>Why the setting has no effect here, for flags of the ecosystem that are accepted and ignored.</summary>
    public string? IgnoredBecause { get; init; }

    /// <summary>Why the setting cannot be used here, for flags of the ecosystem that are refused.</summary>
    public string? RefusedBecause { get; init; }

    /// <summary>Whether a refused one is only left out of account where the program serves, so that swapping a connector fails on no variable.</summary>
    public bool IsNoteInService { get; init; }

    /// <summary>Whether a value in it makes the program serve.</summary>
    public bool MakesServe { get; init; }

    /// <summary>Whether an empty text means that it is not given, as in a form of settings that nobody filled in.</summary>
    public bool MayBeEmpty { get; init; }

    /// <summary>Whether it works but is not shown: flags of the ecosystem for which we have a command of our own.</summary>
    public bool Hidden { get; init; }

    /// <summary>Whether its variable speaks for it in every command, also in those that have nothing to do with the person's own tenant.</summary>
    public bool IsOfEveryCommand { get; init; }

    /// <summary>Whether commands that only look into a file also take it from the configuration file and the profile.</summary>
    public bool IsInEveryConfig { get; init; }

    /// <summary>Whether it says where configuration comes from, and so stands in no configuration itself.</summary>
    public bool ChoosesConfig { get; init; }

    /// <summary>Whether it names the tenant: a default profile is none of a run whose tenant comes from elsewhere.</summary>
    public bool NamesTenant { get; init; }

    /// <summary>
    /// Names of the settings with which it is one unit: what a profile says of it does not count where one of them comes from a
    /// stronger source, so that no secret is sent to an address that it is not for.
    /// </summary>
    public IReadOnlyList<string> UnitWith { get; init; } = [];

    /// <summary>Whether it names a file or folder: what a profile says is relative to the file that the profile stands in.</summary>
    public bool IsPath => Placeholder == "PATH";

    /// <summary>Whether no configuration file may give it, and a profile of the person's own may: whoever can write into a working directory is not to say what is run.</summary>
    public bool NotFromConfigFile { get; init; }

    /// <summary>Whether it is a switch that is on unless <c>--no-NAME</c> turns it off.</summary>
    public bool IsNegatable { get; init; }

    /// <summary>The flags of a name as they are offered.</summary>
    public IEnumerable<string> Offered => IsNegatable ? ["--" + Name, "--no-" + Name] : ["--" + Name];

    /// <summary>Whether it names an access file to look into, which may lie in an object store.</summary>
    public bool IsAccessFile { get; init; }

    /// <summary>Whether help and documentation list it.</summary>
    public bool Listed => IgnoredBecause is null && RefusedBecause is null && !Hidden;

    /// <summary>The name and all aliases.</summary>
    public IEnumerable<string> Names => Aliases.Prepend(Name);

    /// <summary>The environment variable of a name.</summary>
    public static string VariableOf(string name) => "BATON_" + name.Replace('-', '_').ToUpperInvariant();

    /// <summary>The name after which its variable is called.</summary>
    public string VariableName { get; init; } = Name;

    /// <summary>The environment variable of this setting.</summary>
    public string Variable => VariableOf(VariableName);

    /// <summary>Every spelling of its flag, such as <c>--file</c> and <c>-f</c>.</summary>
    public IEnumerable<string> Flags => Names.Select(static name => "--" + name).Concat(ShortName is { } letter ? [$"-{letter}"] : []);
}
