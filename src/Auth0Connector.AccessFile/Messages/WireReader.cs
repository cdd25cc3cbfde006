namespace Auth0Connector.AccessFile.Messages;

/// <summary>
/// Walks over the fields of a serialised protobuf message without making objects (https://protobuf.dev/programming-guides/encoding/).
/// It knows the forms that writers use; anything else ends it as not <see cref="IsUsual"/>, and the full decoder has the word.
/// </summary>
internal ref struct WireReader(ReadOnlySpan<byte> bytes)
{
    private const int Varint = 0;
    private const int Fixed64 = 1;
    private const int Length = 2;
    private const int LongestVarint = 10;

    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>Whether everything so far was of a form that is known.</summary>
    public bool IsUsual { get; private set; } = true;

    /// <summary>The number of the field.</summary>
    public int Field { get; private set; }

    /// <summary>Whether the field is a text, bytes or a message; else it is a number.</summary>
    public bool HasBytes { get; private set; }

    /// <summary>The content of a text, bytes or a message.</summary>
    public ReadOnlySpan<byte> Bytes { get; private set; }

    /// <summary>Goes to the next field; false at the end, or where something unusual stands.</summary>
    public bool Next()
    {
        if (_rest.IsEmpty || !IsUsual)
        {
            return false;
        }

        IsUsual = TryNumber(out var tag) && tag is > 7 and <= uint.MaxValue && TryValue((int)(tag & 7));
        Field = (int)(tag >> 3);
        return IsUsual;
    }

    private bool TryValue(int form)
    {
        HasBytes = form == Length;
        Bytes = default;
        switch (form)
        {
            case Varint:
                return TryNumber(out _);
            case Fixed64 when _rest.Length >= sizeof(double):
                _rest = _rest[sizeof(double)..];
                return true;
            case Length when TryNumber(out var length) && length <= (ulong)_rest.Length:
                Bytes = _rest[..(int)length];
                _rest = _rest[(int)length..];
                return true;
            default:
                return false;
        }
    }

    private bool TryNumber(out ulong number)
    {
        number = 0;
        for (var i = 0; i < Math.Min(LongestVarint - 1, _rest.Length); i++)
        {
            number |= (ulong)(_rest[i] & 0x7F) << (7 * i);
            if (_rest[i] < 0x80)
            {
                _rest = _rest[(i + 1)..];
                return true;
            }
        }

        return false;
    }
}
