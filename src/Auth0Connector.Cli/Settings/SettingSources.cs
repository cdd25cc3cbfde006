namespace Auth0Connector.Cli.Settings;

/// <summary>Where the settings of a command may come from.</summary>
internal enum SettingSources
{
    /// <summary>
    /// The flags, and variables for what is the same wherever it is used: so that <c>BATON_AUTH0_CLIENT_ID</c> of a
    /// nightly job says nothing to a mock tenant.
    /// </summary>
    Flags,

    /// <summary>Flags and variables, and no file: for a command that writes one.</summary>
    FlagsAndVariables,

    /// <summary>
    /// For what the machine knows of its tenant also variables and the configuration file; who and what a change is about
    /// only from flags.
    /// </summary>
    Everywhere,
}
