namespace Auth0Connector.Tables;

/// <summary>A row of a sheet.</summary>
/// <param name="Line">Its number: of the line that it begins on, or of the row of a workbook.</param>
/// <param name="Cells">Its cells, as they stand there.</param>
public sealed record SheetRow(int Line, IReadOnlyList<string> Cells)
{
    /// <summary>Whether nothing stands in it.</summary>
    public bool IsBlank => Cells.All(string.IsNullOrWhiteSpace);
}
