using Auth0Connector.AccessFile.Comparison;

namespace Auth0Connector.Cli.Diff;

/// <summary>How a comparison is set: for a terminal or as Markdown.</summary>
internal interface IDiffStyle
{
    /// <summary>Foreign text, fit for where it stands.</summary>
    string Safe(string text);

    /// <summary>A heading.</summary>
    void Heading(string text);

    /// <summary>Whom the following items belong to.</summary>
    void Holder(string text);

    /// <summary>One change.</summary>
    void Item(RowChange which, string text, int depth);

    /// <summary>The closing line.</summary>
    void End(string text);
}
