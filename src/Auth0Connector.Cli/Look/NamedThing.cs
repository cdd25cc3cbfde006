using Auth0Connector.AccessFile.Messages;
using Auth0Connector.Analysis.Listing;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Look;

/// <summary>Turns what a person named into the one resource that is meant, or says what it may mean.</summary>
internal static class NamedThing
{
    private const int Listed = 10;

    /// <summary>The resource that a setting names; null if the setting is not given.</summary>
    public static Resource? Find(AccessList list, ResolvedSettings settings, SettingDefinition setting, ThingKind kind, CancellationToken cancellationToken)
    {
        if (settings.Text(setting) is not { } text)
        {
            return null;
        }

        var found = new ThingFinder(list).Find(kind, text, cancellationToken);
        var shown = Printable.Short(text);
        return found switch
        {
            [var one] => one,
            [] => throw new UsageException($"--{setting.Name}: there is no {setting.Name} '{shown}' in the file; 'resources --search' finds parts of names"),
            _ => throw new UsageException(
                $"--{setting.Name}: '{shown}' may be {found.Count} of them: {string.Join(", ", found.Take(Listed).Select(Describe))}{(found.Count > Listed ? ", ..." : string.Empty)}; give the id"),
        };
    }

    private static string Describe(Resource resource)
    {
        var email = new Person(resource).Email;
        return Printable.Of($"{resource.Id?.Resource} ({resource.DisplayName}{(email.Length > 0 && email != resource.DisplayName ? $", {email}" : string.Empty)})");
    }
}
