namespace Auth0Connector.Tables.Decisions;

/// <summary>A line of a sheet that asks for something to be taken.</summary>
/// <param name="Line">Its number in the file, from 1 for the heading.</param>
/// <param name="User">Id, e-mail address or name.</param>
/// <param name="Role">Id or name, or <see langword="null"/>.</param>
/// <param name="Organization">Id or name, or <see langword="null"/>.</param>
/// <param name="Problem">Why the line cannot be carried out, or <see langword="null"/>.</param>
public sealed record DecisionLine(int Line, string User, string? Role, string? Organization, string? Problem = null);
