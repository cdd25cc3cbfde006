using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Encoder = System.Buffers.Text.Base64Url;

namespace Auth0Connector.ControlPlane.Identity;

/// <summary>Base64url without padding, as tokens and keys have it.</summary>
internal static class Base64Url
{
    public static string Text(ReadOnlySpan<byte> bytes) => Encoder.EncodeToString(bytes);

    public static bool TryRead(string text, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = null;
        if (text.Contains('=', StringComparison.Ordinal))
        {
            return false;
        }

        var room = new byte[Encoder.GetMaxDecodedLength(text.Length)];
        if (Encoder.DecodeFromChars(text, room, out var used, out var written) != OperationStatus.Done || used != text.Length)
        {
            return false;
        }

        bytes = room[..written];
        return true;
    }
}
