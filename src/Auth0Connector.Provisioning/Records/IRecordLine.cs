namespace Auth0Connector.Provisioning.Records;

/// <summary>A line of a file of records, which can tell whether it says what such a line must say.</summary>
internal interface IRecordLine
{
    /// <summary>What is wrong with what it says, or <see langword="null"/>.</summary>
    string? Fault();
}
