namespace Auth0Connector.Cli.Look;

/// <summary>The figures of one resource type in a sync.</summary>
internal sealed record TypeFigures(string Type, long Resources, long Entitlements, long Grants);
