using System.Security.Cryptography;
using System.Text;

namespace Auth0Connector.Provisioning.Records;

/// <summary>
/// The sum over what a line names: without it a changed letter of an id would name somebody else in silence. Lines of older
/// versions, and lines that people write, have none.
/// </summary>
internal static class RecordSum
{
    private const int Digits = 16;

    public static string Of(params IReadOnlyList<string?> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001F', parts))))[..Digits];

    /// <summary>What is wrong with a line whose sum does not fit, or <see langword="null"/>.</summary>
    public static string? Fault(string? sum, string expected) =>
        sum is null || sum == expected ? null : "changed since it was written: its sum does not fit";
}
