namespace Auth0Connector.Cli.Lists;

/// <summary>Form of a list on standard output.</summary>
internal enum ListForm
{
    /// <summary>A table for a person.</summary>
    Table,

    /// <summary>One JSON object in the shape of the ecosystem's reader.</summary>
    Json,

    /// <summary>One JSON object a line.</summary>
    JsonLines,

    /// <summary>Comma-separated values.</summary>
    Csv,

    /// <summary>A table for a pull request or a ticket.</summary>
    Markdown,
}
