using System.Text.Json;
using Auth0Connector.AccessFile.Messages;
using Google.Protobuf.WellKnownTypes;

namespace Auth0Connector.Analysis.Json;

/// <summary>Fields as protojson has them: lowerCamelCase names, zero values left out, 64-bit numbers as text (format section 7).</summary>
internal static class JsonFields
{
    public static void Text(this Utf8JsonWriter json, string name, string value)
    {
        if (value.Length > 0)
        {
            json.WriteString(name, value);
        }
    }

    public static void Flag(this Utf8JsonWriter json, string name, bool value)
    {
        if (value)
        {
            json.WriteBoolean(name, value);
        }
    }

    public static void Long(this Utf8JsonWriter json, string name, long value)
    {
        if (value != 0)
        {
            json.WriteString(name, value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    /// <summary>An enum by its name; a value without a name is its number, as protojson writes it.</summary>
    public static void Enum(this Utf8JsonWriter json, string name, int value, string? valueName)
    {
        if (value != 0)
        {
            json.WritePropertyName(name);
            json.EnumValue(value, valueName);
        }
    }

    public static void EnumValue(this Utf8JsonWriter json, int value, string? valueName)
    {
        if (valueName is null)
        {
            json.WriteNumberValue(value);
        }
        else
        {
            json.WriteStringValue(valueName);
        }
    }

    public static void Texts(this Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    /// <summary>A message that may be absent.</summary>
    public static void Message<T>(this Utf8JsonWriter json, string name, T? message, Action<Utf8JsonWriter, T> write)
        where T : class
    {
        if (message is not null)
        {
            json.WritePropertyName(name);
            json.Object(message, write);
        }
    }

    /// <summary>A message as an object of its own.</summary>
    public static void Object<T>(this Utf8JsonWriter json, T message, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartObject();
        write(json, message);
        json.WriteEndObject();
    }

    public static void Messages<T>(this Utf8JsonWriter json, string name, IReadOnlyList<T> messages, Action<Utf8JsonWriter, T> write)
    {
        if (messages.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var message in messages)
        {
            json.Object(message, write);
        }

        json.WriteEndArray();
    }

    public static void Time(this Utf8JsonWriter json, string name, Timestamp? time)
    {
        if (time is not null && JsonTime.Of(time) is { } text)
        {
            json.WriteString(name, text);
        }
    }

    public static void Struct(this Utf8JsonWriter json, string name, Struct? value)
    {
        if (value is not null)
        {
            json.WritePropertyName(name);
            StructJson.Write(json, value);
        }
    }

    public static void Id(this Utf8JsonWriter json, string name, ResourceId? id) => json.Message(name, id, static (json, id) =>
    {
        json.Text("resourceType", id.ResourceType);
        json.Text("resource", id.Resource);
        json.Flag("batonResource", id.BatonResource);
    });

    public static void Asset(this Utf8JsonWriter json, string name, AssetRef? asset) =>
        json.Message(name, asset, static (json, asset) => json.Text("id", asset.Id));
}
