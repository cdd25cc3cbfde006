using Auth0Connector.AccessFile.Failures;

namespace Auth0Connector.AccessFile.Reading;

/// <summary>Where a row stands, for the message about a row that does not decode.</summary>
internal readonly record struct RowPlace(string Path, string Table, long RowId)
{
    public AccessFileException Corrupt(Exception? innerException = null)
    {
        return new AccessFileException(
            AccessFileErrorKind.Corrupt,
            $"The file '{Path}' is damaged: row {RowId} of {Table} does not decode.",
            Path,
            innerException);
    }
}
