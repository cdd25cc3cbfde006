using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Settings;

/// <summary>The files that a run takes settings from: a configuration file, and a profile of the person's own.</summary>
/// <param name="File">The configuration file, or <see langword="null"/>.</param>
/// <param name="User">The person's own configuration, or <see langword="null"/>.</param>
/// <param name="Profile">The profile that counts, or <see langword="null"/>.</param>
/// <param name="IsAskedFor">Whether the profile was named, and is not just the default one.</param>
internal sealed record ConfigSources(SettingMap? File, UserConfig? User, Profile? Profile, bool IsAskedFor)
{
    /// <summary>No files at all.</summary>
    public static ConfigSources None { get; } = new(null, null, null, IsAskedFor: false);

    /// <summary>Reads them.</summary>
    /// <param name="host">The surroundings.</param>
    /// <param name="file">Names the configuration file, where one is asked for.</param>
    /// <param name="profile">Names the profile, where one is asked for.</param>
    /// <exception cref="UsageException">What is asked for does not exist or cannot be read.</exception>
    public static ConfigSources Load(Host host, SettingValue? file, SettingValue? profile)
    {
        var config = ConfigFile.Load(host, file);
        var user = UserConfig.Load(host);
        if (profile is not null)
        {
            return user is null
                ? throw new UsageException($"{profile.Label}: there are no profiles{Where(host)}; 'auth0-connector setup' makes one")
                : new ConfigSources(config, user, user.Named(profile.Text, profile.Label), IsAskedFor: true);
        }

        return new ConfigSources(config, user, user?.Profiles.FirstOrDefault(one => one.Name == user.Default), IsAskedFor: false);
    }

    /// <summary>The profile that counts where nothing stronger names the tenant.</summary>
    /// <exception cref="UsageException">The default is none of the profiles.</exception>
    public Profile? Demand() => Profile ?? (User?.Default is { } usual ? User.Named(usual, $"{UserConfig.DefaultKey} in {User.Name}") : null);

    private static string Where(Host host) =>
        UserConfig.Place(host) is { } place ? $" ({Printable.Short(UserConfig.Shown(host, place))} does not exist)" : " (no home folder is set)";
}
