using Auth0Connector.AccessFile.Format;
using Google.Protobuf.WellKnownTypes;

namespace Auth0Connector.AccessFile.Messages;

/// <summary>
/// Builds a profile whose keys stand in UTF-8 byte order. C# writes a map in the order of insertion, and readers of
/// the ecosystem compare the bytes of a packed trait (format section 7), so equal profiles must be equal bytes.
/// Values that a reader cannot print (NaN, infinities, broken UTF-16) never get in.
/// </summary>
public sealed class ProfileBuilder
{
    // Kept in order: a profile has some twenty keys, and a tree of nodes for each of a million users costs more than moving
    // a few entries.
    private readonly List<KeyValuePair<string, Value>> _values = new(24);

    /// <summary>Sets a text; null is left out.</summary>
    public ProfileBuilder Add(string key, string? value)
    {
        return value is null ? this : Set(key, Value.ForString(CleanText.Of(value)));
    }

    /// <summary>Sets a number; null, NaN and infinities are left out.</summary>
    public ProfileBuilder Add(string key, double? value)
    {
        return value is { } number && double.IsFinite(number) ? Set(key, Value.ForNumber(number)) : this;
    }

    /// <summary>Sets a boolean; null is left out.</summary>
    public ProfileBuilder Add(string key, bool? value)
    {
        return value is { } flag ? Set(key, Value.ForBool(flag)) : this;
    }

    /// <summary>Sets a list of texts; null is left out, an empty list stays.</summary>
    public ProfileBuilder Add(string key, IEnumerable<string>? values)
    {
        return values is null
            ? this
            : Set(key, Value.ForList([.. values.Select(value => Value.ForString(CleanText.Of(value)))]));
    }

    /// <summary>Sets a nested object; null is left out.</summary>
    public ProfileBuilder Add(string key, ProfileBuilder? value)
    {
        return value is null ? this : Set(key, Value.ForStruct(value.Build()));
    }

    /// <summary>Sets a list of nested objects; null is left out, an empty list stays.</summary>
    public ProfileBuilder Add(string key, IEnumerable<ProfileBuilder>? values)
    {
        return values is null
            ? this
            : Set(key, Value.ForList([.. values.Select(value => Value.ForStruct(value.Build()))]));
    }

    /// <summary>A new struct with what was added so far; the values belong to it and to what is built later.</summary>
    public Struct Build()
    {
        var result = new Struct();
        foreach (var (key, value) in _values)
        {
            result.Fields.Add(key, value);
        }

        return result;
    }

    private ProfileBuilder Set(string key, Value value)
    {
        var clean = CleanText.Of(key);
        var at = _values.Count;
        while (at > 0)
        {
            var order = Utf8Order.Instance.Compare(_values[at - 1].Key, clean);
            if (order == 0)
            {
                _values[at - 1] = new(clean, value);
                return this;
            }

            if (order < 0)
            {
                break;
            }

            at--;
        }

        _values.Insert(at, new(clean, value));
        return this;
    }
}
