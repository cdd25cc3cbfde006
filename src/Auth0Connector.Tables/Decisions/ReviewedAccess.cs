namespace Auth0Connector.Tables.Decisions;

/// <summary>The same line as the sheet of a review names it: by the ids of an access file.</summary>
/// <param name="Line">Its number in the file, from 1 for the heading.</param>
/// <param name="PersonType">Resource type of the person.</param>
/// <param name="PersonId">Id of the person.</param>
/// <param name="EntitlementId">Id of what is held.</param>
public sealed record ReviewedAccess(int Line, string PersonType, string PersonId, string EntitlementId);
