using Auth0Connector.Analysis.Listing;

namespace Auth0Connector.Analysis.Model;

/// <summary>A resource that is no person.</summary>
/// <param name="Index">Its place in <see cref="AccessModel.Things"/>.</param>
/// <param name="TypeId">Its resource type.</param>
/// <param name="Id">Its bare id.</param>
/// <param name="Name">Its display name.</param>
/// <param name="Kind">What it is; null for an API, an application and whatever else.</param>
/// <param name="Note">Its description, or empty.</param>
/// <param name="Parent">Its parent's id, or null.</param>
public sealed record Thing(int Index, string TypeId, string Id, string Name, ThingKind? Kind, string Note, string? Parent);
