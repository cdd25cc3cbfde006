namespace Auth0Connector.Cli.Help;

/// <summary>How a page of help is written down: for a terminal, or as a manual page.</summary>
internal interface IHelpForm
{
    /// <summary>What the page is about.</summary>
    void Title(string command, string summary);

    /// <summary>A line as it is.</summary>
    void Line(string text);

    /// <summary>A heading.</summary>
    void Heading(string title);

    /// <summary>A term and its explanation.</summary>
    void Entry(string term, string explanation);

    /// <summary>A text that may be wrapped.</summary>
    void Paragraph(string text);
}
