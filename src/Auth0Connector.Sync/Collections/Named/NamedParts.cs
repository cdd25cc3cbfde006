using Auth0Connector.Sync.Parts;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Collections.Named;

/// <summary>Single resources that were asked for by name.</summary>
internal static class NamedParts
{
    public static PartDefinition NamedResources { get; } = new(ResourceTypeIds.User, ScopeNeed.Of(PartWords.NamedResources))
    {
        WantedWhen = static asked => asked.Settings.Resources.Count > 0,
    };
}
