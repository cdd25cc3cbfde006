namespace Auth0Connector.Sync.Settings;

/// <summary>A flag that switches something on that is otherwise not read.</summary>
/// <param name="Name">Its name without the dashes.</param>
internal sealed record PartSwitch(string Name)
{
    /// <summary>Flags that come to the same, and more.</summary>
    public IReadOnlyList<string> ImpliedBy { get; init; } = [];

    public bool IsOn(SyncSettings settings) => settings.Switches.Contains(Name) || ImpliedBy.Any(settings.Switches.Contains);
}
