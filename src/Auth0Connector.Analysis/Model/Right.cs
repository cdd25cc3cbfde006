namespace Auth0Connector.Analysis.Model;

/// <summary>Something that can be held.</summary>
/// <param name="Index">Its place in <see cref="AccessModel.Rights"/>.</param>
/// <param name="Id">The entitlement.</param>
/// <param name="Thing">What it is on: a place in <see cref="AccessModel.Things"/>.</param>
/// <param name="Slug">What is held of it, such as <c>member</c>.</param>
/// <param name="Name">Its display name.</param>
public sealed record Right(int Index, string Id, int Thing, string Slug, string Name);

/// <summary>A right that something other than a person holds: an application, a group, a role.</summary>
/// <param name="Right">What is held.</param>
/// <param name="Holder">Who holds it: a place in <see cref="AccessModel.Things"/>.</param>
/// <param name="IsAllScopes">Whether an application was let use every scope of the API, those to come included.</param>
public sealed record OtherGrant(int Right, int Holder, bool IsAllScopes);
