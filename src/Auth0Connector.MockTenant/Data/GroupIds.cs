namespace Auth0Connector.MockTenant.Data;

/// <summary>Ids like <c>grp_</c> and 14 to 22 digits of base 58, computed from an index and computed back to it.</summary>
internal sealed class GroupIds(ulong key)
{
    private const string Prefix = "grp_";
    private const string Digits = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private const int ValueDigits = 11;
    private const int FewestCheckDigits = 3;
    private const int Lengths = 9;

    public string At(int index)
    {
        var value = Mixing.Mix(key + (uint)index);
        var check = Mixing.Mix(value ^ key);
        return Prefix + Write(value, ValueDigits) + Write(check, FewestCheckDigits + (index % Lengths));
    }

    public int Find(string? id)
    {
        if (id is null || id.Length < Prefix.Length + ValueDigits)
        {
            return -1;
        }

        var value = 0UL;
        for (var position = ValueDigits - 1; position >= 0; position--)
        {
            var digit = Digits.IndexOf(id[Prefix.Length + position], StringComparison.Ordinal);
            if (digit < 0)
            {
                return -1;
            }

            value = unchecked((value * 58) + (ulong)digit);
        }

        var index = Mixing.Unmix(value) - key;
        return index < int.MaxValue && string.Equals(At((int)index), id, StringComparison.Ordinal) ? (int)index : -1;
    }

    private static string Write(ulong value, int length) => string.Create(length, value, static (text, rest) =>
    {
        foreach (ref var letter in text)
        {
            letter = Digits[(int)(rest % 58)];
            rest /= 58;
        }
    });
}
