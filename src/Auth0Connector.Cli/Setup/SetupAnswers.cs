namespace Auth0Connector.Cli.Setup;

/// <summary>How the application will prove who it is.</summary>
internal abstract record SetupCredential
{
    /// <summary>A secret that was typed, or that the environment holds: it is kept in a file of its own.</summary>
    internal sealed record Secret(string Value) : SetupCredential
    {
        /// <summary>The value is not part of it.</summary>
        public override string ToString() => nameof(Secret);
    }

    /// <summary>A file that is there already, and the setting that names it.</summary>
    internal sealed record InFile(string Setting, string Path) : SetupCredential;

    /// <summary>A key pair that is made; the private half is kept in a file of its own.</summary>
    internal sealed record NewKey(string PrivatePem, string PublicPem) : SetupCredential
    {
        /// <summary>The key is not part of it.</summary>
        public override string ToString() => nameof(NewKey);
    }
}

/// <summary>All that a profile is made of.</summary>
/// <param name="Profile">Its name.</param>
/// <param name="Tenant">The root of the tenant.</param>
/// <param name="ClientId">The application.</param>
/// <param name="Credential">How it proves who it is.</param>
/// <param name="File">Where syncs leave their file; absolute.</param>
/// <param name="Others">Further settings by their names, as they were given.</param>
internal sealed record SetupAnswers(string Profile, Uri Tenant, string ClientId, SetupCredential Credential, string File, IReadOnlyList<(string Name, string Value)> Others);
