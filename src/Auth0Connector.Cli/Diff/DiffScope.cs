using Auth0Connector.Analysis.Differences;
using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Diff;

/// <summary>What is compared.</summary>
internal sealed record DiffScope(bool Resources, bool Entitlements, bool Grants, bool Activity)
{
    /// <summary>Reads the settings.</summary>
    public static DiffScope Read(ResolvedSettings settings)
    {
        var only = settings.Choice(DiffFlags.Only);
        return new DiffScope(only is null or "resources", only is null or "entitlements", only is null or "grants", settings.IsOn(DiffFlags.Activity));
    }

    /// <summary>Whether a change counts.</summary>
    public bool Includes(Difference change) => Activity || !change.IsActivity;
}
