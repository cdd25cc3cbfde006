namespace Auth0Connector.Vocabulary;

/// <summary>A resource type that we read.</summary>
/// <param name="Id">Its id in access files.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Trait">What the ecosystem's tools treat its resources as.</param>
/// <param name="Can">What can be done with them.</param>
public sealed record ResourceTypeDefinition(string Id, string Name, ResourceTrait Trait, ResourceAbilities Can)
{
    /// <summary>Whether its resources give nothing that anybody could hold.</summary>
    public bool GivesNothing { get; init; }
}
