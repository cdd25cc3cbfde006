namespace Auth0Connector.Tables;

/// <summary>A column of a table on its way out.</summary>
/// <param name="Heading">Its name.</param>
/// <param name="Kind">What its texts mean.</param>
public sealed record Column(string Heading, ColumnKind Kind = ColumnKind.Text)
{
    /// <summary>How a column of <see cref="ColumnKind.Flag"/> says yes; anything else is no.</summary>
    public const string Yes = "yes";

    /// <summary>Its name where blanks and capitals are a nuisance: Spark refuses blanks.</summary>
    public string FieldName => Heading.ToLowerInvariant().Replace(' ', '_');

    /// <summary>The texts of a column of <see cref="ColumnKind.Flag"/>.</summary>
    public static string Of(bool flag) => flag ? Yes : "no";
}
