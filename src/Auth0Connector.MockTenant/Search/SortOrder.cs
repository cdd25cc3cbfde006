namespace Auth0Connector.MockTenant.Search;

/// <summary>The <c>sort</c> parameter: an attribute and a direction.</summary>
internal sealed record SortOrder(SearchField Field, bool Descending)
{
    /// <exception cref="FormatException">The text is not <c>attribute:1</c> or <c>attribute:-1</c>.</exception>
    public static SortOrder? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var colon = text.LastIndexOf(':');
        var direction = colon < 0 ? "" : text[(colon + 1)..];
        if (direction is not ("1" or "-1"))
        {
            throw new FormatException("The sort parameter must be an attribute followed by :1 or :-1.");
        }

        var field = SearchField.Find(text[..colon]);
        return field.Kind is SearchKind.Text or SearchKind.Time or SearchKind.Number
            ? new SortOrder(field, direction == "-1")
            : throw new FormatException($"The mock tenant does not sort by '{field.Name}'.");
    }
}
