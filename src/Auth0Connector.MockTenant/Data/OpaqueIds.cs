using System.Diagnostics.CodeAnalysis;

namespace Auth0Connector.MockTenant.Data;

/// <summary>Ids like <c>rol_</c> and 16 alphanumerics, computed from an index and computed back to it.</summary>
internal sealed class OpaqueIds(string prefix, ulong key, int count)
{
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const int ValueDigits = 11;
    private const int CheckDigits = 5;

    public int Count => count;

    public string At(int index) => string.Create(
        prefix.Length + ValueDigits + CheckDigits,
        (prefix, key, index),
        static (text, state) =>
        {
            state.prefix.CopyTo(text);
            var value = Mixing.Mix(state.key + (uint)state.index);
            Encode(value, text.Slice(state.prefix.Length, ValueDigits));
            Encode(Mixing.Mix(value ^ state.key), text[(state.prefix.Length + ValueDigits)..]);
        });

    public int Find([NotNullWhen(true)] string? id)
    {
        if (id is null || id.Length != prefix.Length + ValueDigits + CheckDigits)
        {
            return -1;
        }

        var value = 0UL;
        for (var position = ValueDigits - 1; position >= 0; position--)
        {
            var digit = Digits.IndexOf(id[prefix.Length + position], StringComparison.Ordinal);
            if (digit < 0)
            {
                return -1;
            }

            value = unchecked((value * 62) + (ulong)digit);
        }

        var index = Mixing.Unmix(value) - key;
        return index < (ulong)count && string.Equals(At((int)index), id, StringComparison.Ordinal) ? (int)index : -1;
    }

    private static void Encode(ulong value, Span<char> target)
    {
        for (var position = 0; position < target.Length; position++)
        {
            target[position] = Digits[(int)(value % 62)];
            value /= 62;
        }
    }
}
