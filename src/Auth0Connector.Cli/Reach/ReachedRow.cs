using Auth0Connector.Analysis.Reach;

namespace Auth0Connector.Cli.Reach;

/// <summary>Something that is reached, with the words of the file for it.</summary>
internal sealed record ReachedRow(Reached Reached, PathText Text);
