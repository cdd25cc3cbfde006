namespace Auth0Connector.Cli.Output;

/// <summary>Form of a result on standard output.</summary>
internal enum OutputForm
{
    /// <summary>A table for a person.</summary>
    Table,

    /// <summary>One JSON object.</summary>
    Json,
}
