using System.Text;
using System.Text.Unicode;
using Auth0Connector.AccessFile.Failures;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Auth0Connector.AccessFile.Messages;

/// <summary>
/// Reads profiles that stay bytes until they are asked for. A profile of a person is twenty entries, each of them several objects once it
/// is decoded: of an export or a comparison that was half of the processor time.
/// </summary>
public static class Profiles
{
    private const int Entry = 1;
    private const int EntryKey = 1;
    private const int EntryValue = 2;
    private const int TextValue = 3;
    private const int StructValue = 5;
    private const int ListValue = 6;
    private const int ListEntry = 1;
    private const int Deepest = 32;
    private const int LongestKey = 256;

    /// <summary>One value of a profile; null where there is none of this name.</summary>
    /// <exception cref="AccessFileException">The profile does not decode.</exception>
    public static Value? Find(IProfiled message, string key)
    {
        if (!message.HasProfileBytes)
        {
            return null;
        }

        return TryFind(message.ProfileBytes.Span, key, out var found) ? found
            : Read(message)!.Fields.TryGetValue(key, out var value) ? value : null;
    }

    /// <summary>A message whose profile decodes, as the generated decoder would have seen to.</summary>
    /// <exception cref="InvalidProtocolBufferException">It does not.</exception>
    public static T Checked<T>(T message)
        where T : IMessage<T>
    {
        if (message is IProfiled { HasProfileBytes: true } profiled && !IsUsualStruct(profiled.ProfileBytes.Span, Deepest))
        {
            Struct.Parser.ParseFrom(profiled.ProfileBytes);
        }

        return message;
    }

    internal static Struct? Read(IProfiled message)
    {
        if (!message.HasProfileBytes)
        {
            return null;
        }

        try
        {
            return Struct.Parser.ParseFrom(message.ProfileBytes);
        }
        catch (InvalidProtocolBufferException damaged)
        {
            throw new AccessFileException(AccessFileErrorKind.Corrupt, "The file is damaged: a profile does not decode.", path: null, damaged);
        }
    }

    /// <summary>Whether it was read; what is unusual is for the full decoder.</summary>
    private static bool TryFind(ReadOnlySpan<byte> profile, string key, out Value? found)
    {
        found = null;
        Span<byte> name = stackalloc byte[LongestKey];
        if (!Encoding.UTF8.TryGetBytes(key, name, out var length))
        {
            return false;
        }

        var entries = new WireReader(profile);
        while (entries.Next())
        {
            if (entries.Field != Entry || !entries.HasBytes || !TryEntry(entries.Bytes, out var entryKey, out var value))
            {
                return false;
            }

            if (entryKey.SequenceEqual(name[..length]))
            {
                if (!IsUsualValue(value, Deepest))
                {
                    return false;
                }

                // Of two entries of one name the later one counts.
                found = Value.Parser.ParseFrom(value);
            }
        }

        return entries.IsUsual;
    }

    /// <summary>An entry with one key and one value, in this order, as every writer has it.</summary>
    private static bool TryEntry(ReadOnlySpan<byte> entry, out ReadOnlySpan<byte> key, out ReadOnlySpan<byte> value)
    {
        key = value = default;
        var fields = new WireReader(entry);
        if (!fields.Next() || fields.Field != EntryKey || !fields.HasBytes)
        {
            return false;
        }

        key = fields.Bytes;
        if (!fields.Next() || fields.Field != EntryValue || !fields.HasBytes)
        {
            return false;
        }

        value = fields.Bytes;
        return !fields.Next() && fields.IsUsual;
    }

    private static bool IsUsualStruct(ReadOnlySpan<byte> profile, int depth)
    {
        var entries = new WireReader(profile);
        while (entries.Next())
        {
            if (entries.Field != Entry || !entries.HasBytes || !TryEntry(entries.Bytes, out var key, out var value) || !Utf8.IsValid(key) || !IsUsualValue(value, depth))
            {
                return false;
            }
        }

        return entries.IsUsual;
    }

    private static bool IsUsualValue(ReadOnlySpan<byte> value, int depth)
    {
        var fields = new WireReader(value);
        while (fields.Next())
        {
            if (depth == 0
                || (fields.Field == TextValue && fields.HasBytes && !Utf8.IsValid(fields.Bytes))
                || (fields.Field == StructValue && (!fields.HasBytes || !IsUsualStruct(fields.Bytes, depth - 1)))
                || (fields.Field == ListValue && (!fields.HasBytes || !IsUsualList(fields.Bytes, depth - 1))))
            {
                return false;
            }
        }

        return fields.IsUsual;
    }

    private static bool IsUsualList(ReadOnlySpan<byte> list, int depth)
    {
        var fields = new WireReader(list);
        while (fields.Next())
        {
            if (fields.Field != ListEntry || !fields.HasBytes || !IsUsualValue(fields.Bytes, depth))
            {
                return false;
            }
        }

        return fields.IsUsual;
    }
}
