using Auth0Connector.Analysis.Reach;

namespace Auth0Connector.Cli.Reach;

/// <summary>Somebody who reaches something, with the words of the file for the way.</summary>
internal sealed record HolderRow(Holder Holder, PathText Text);
