using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Ecosystem;

/// <summary>A setting as the ecosystem's <c>config</c> describes it.</summary>
internal sealed record ConfigField(string Name, SettingKind Kind)
{
    public string? DisplayName { get; init; }

    public string? Description { get; init; }

    public string? Placeholder { get; init; }

    public string? Default { get; init; }

    public bool IsRequired { get; init; }

    public bool IsOps { get; init; }

    public bool IsSecret { get; init; }

    public long? Least { get; init; }

    public long? Most { get; init; }
}
