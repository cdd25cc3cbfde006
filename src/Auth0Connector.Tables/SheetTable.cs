namespace Auth0Connector.Tables;

/// <summary>The rows of one sheet that are not blank; the first of them is the heading.</summary>
/// <param name="Name">Name of the sheet in its workbook; <see langword="null"/> for a file that is one sheet.</param>
/// <param name="Rows">The rows.</param>
/// <param name="IsGuessed">Whether the letters beyond ASCII are guessed, because the file does not say how it writes them.</param>
public sealed record SheetTable(string? Name, IReadOnlyList<SheetRow> Rows, bool IsGuessed = false)
{
    /// <summary>A row as messages name it.</summary>
    public string Place(int line) => Name is null ? $"line {line}" : $"row {line} of sheet '{Name}'";
}
