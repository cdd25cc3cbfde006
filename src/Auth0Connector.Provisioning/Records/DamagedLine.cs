namespace Auth0Connector.Provisioning.Records;

/// <summary>A line of a file of records that cannot be read, and so was not acted on.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Number">Number of the line, from 1.</param>
/// <param name="Why">What is wrong with it.</param>
public sealed record DamagedLine(string File, int Number, string Why)
{
    /// <summary>The line in words, with what to do about it.</summary>
    public string Describe() =>
        $"{File}: line {Number} cannot be read ({Why}), so what it says was not acted on; mend it from a copy, or take it out once what it stood for is settled";
}
