using System.Buffers;
using System.Text;

namespace Auth0Connector.Analysis.Listing;

/// <summary>
/// Tells from the bytes of a message that a text cannot be in it, in any case, so that most messages need no decoding. Looks for the
/// longest piece of it without spaces, as a name may be put together from two fields, and without what is not ASCII, whose case
/// changes bytes.
/// </summary>
internal sealed class TextTrace
{
    private const int Least = 2;

    private static readonly SearchValues<byte> Caseless = SearchValues.Create("@._-0123456789"u8);

    private readonly byte[] _piece;
    private readonly int _anchor;

    public TextTrace(string text)
    {
        var piece = "";
        for (var begin = 0; begin < text.Length; begin++)
        {
            var length = text.AsSpan(begin).IndexOfAnyExceptInRange('!', '~') is var end && end < 0 ? text.Length - begin : end;
            piece = length > piece.Length ? text.Substring(begin, length) : piece;
            begin += length;
        }

        _piece = piece.Length < Least ? [] : Encoding.ASCII.GetBytes(piece);

        // What has no case stands for itself, and is rarer than a letter.
        _anchor = Math.Max(0, _piece.AsSpan().IndexOfAny(Caseless));
    }

    /// <summary>False where the text cannot be in there.</summary>
    public bool MayBeIn(ReadOnlySpan<byte> message)
    {
        if (_piece.Length == 0)
        {
            return true;
        }

        var anchor = (char)_piece[_anchor];
        var (lower, upper) = ((byte)char.ToLowerInvariant(anchor), (byte)char.ToUpperInvariant(anchor));
        for (var at = _anchor; at <= message.Length - (_piece.Length - _anchor);)
        {
            var next = message[at..].IndexOfAny(lower, upper);
            if (next < 0)
            {
                return false;
            }

            at += next;
            if (at - _anchor + _piece.Length <= message.Length && Ascii.EqualsIgnoreCase(message.Slice(at - _anchor, _piece.Length), _piece))
            {
                return true;
            }

            at++;
        }

        return false;
    }
}
